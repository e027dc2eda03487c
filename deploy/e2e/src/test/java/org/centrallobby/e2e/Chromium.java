package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that is installed on this machine; none is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** Quiet and self-contained: nothing is looked up on the network but what a page asks for. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PICTURES = Path.of("target/pictures");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place().orElseThrow())
                        .setArgs(ARGUMENTS));
    }

    /** Whether the tests in a browser can run here. */
    static boolean isInstalled() {
        return place().isPresent();
    }

    private static Optional<Path> place() {
        return Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM")).stream(), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of a phone's width. */
    Page phone() {
        return context(360, 740, true).newPage();
    }

    /** A window of a desktop's width. */
    Page desktop() {
        return context(1280, 900, true).newPage();
    }

    /** A window of a phone's width in which no script runs. */
    Page withoutScript() {
        return context(360, 740, false).newPage();
    }

    private BrowserContext context(int width, int height, boolean scripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** Keeps a picture of the page as it stands in {@code target/pictures}. */
    static void picture(Page page, String state) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(state + "-" + page.viewportSize().width + ".png")));
    }

    /** Holds the page as it stands against WCAG 2.2 AA, and keeps a picture of it; the page must run scripts. */
    static void isAccessible(Page page, String state) {
        picture(page, state);
        var violations = new AxeBuilder(page)
                // A page of one frame needs no second page in which the findings of all are gathered, which takes
                // seconds.
                .setLegacyMode(page.frames().size() == 1)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations).as("accessibility of " + state).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
