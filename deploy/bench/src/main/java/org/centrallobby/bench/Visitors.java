package org.centrallobby.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** People who open a page on a phone for the first time, in the Chromium of this machine. */
final class Visitors implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** Usable is what has been drawn: the frame after the one in which the widget said that it is ready. */
    private static final String WATCH = """
            addEventListener('mp-letter:ready', () => requestAnimationFrame(() => setTimeout(() => {
              const of = (part) => performance.getEntriesByType('resource').find(({ name }) => name.includes(part));
              const script = of('/widget/v1/mp-letter.js');
              const campaign = of('/v1/public/campaigns/');
              const now = performance.now();
              window.figures = [now - script.responseEnd, campaign.responseEnd - campaign.startTime, now];
            })))""";

    private static final String KEPT =
            "localStorage.length + sessionStorage.length + (await indexedDB.databases()).length";

    private final Playwright playwright;
    private final Browser browser;
    private final int slowed;

    private Visitors(Playwright playwright, Browser browser, int slowed) {
        this.playwright = playwright;
        this.browser = browser;
        this.slowed = slowed;
    }

    /** @param slowed how many times slower than this machine's their processor is */
    static Visitors with(int slowed) {
        var place = place().orElseThrow(() -> new CannotMeasure(
                "There is no Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update")));
        return new Visitors(playwright, browser, slowed);
    }

    /** The browser that is installed on this machine; none is downloaded. */
    static Optional<Path> place() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * What one of them met until the first step could be used.
     *
     * @param afterScript milliseconds since the script had arrived
     * @param campaign milliseconds of these in which the campaign was asked for and had not come
     * @param afterOpening milliseconds since the page was opened
     * @param requests of the widget, by address
     * @param bytes that these took, heads included
     * @param kept cookies and entries in the browser's storage
     */
    record Visit(
            double afterScript, double campaign, double afterOpening, List<String> requests, long bytes, int kept) {}

    /** Somebody opens the page, with nothing in their cache. */
    Visit visit(String page) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            var window = context.newPage();
            var rate = new JsonObject();
            rate.addProperty("rate", slowed);
            context.newCDPSession(window).send("Emulation.setCPUThrottlingRate", rate);
            window.addInitScript(WATCH);
            var requests = new ArrayList<Request>();
            window.onRequestFinished(requests::add);
            window.navigate(page);
            window.waitForFunction("window.figures");
            var figures = (List<?>) window.evaluate("figures");
            var widgets = requests.stream()
                    .filter(request ->
                            !request.url().startsWith(page) && !request.url().startsWith("data:"))
                    .toList();
            window.getByLabel("Your home postcode").fill("SW1A 0AA");
            return new Visit(
                    number(figures, 0),
                    number(figures, 1),
                    number(figures, 2),
                    widgets.stream().map(Request::url).toList(),
                    widgets.stream().mapToLong(Visitors::size).sum(),
                    context.cookies().size() + ((Number) window.evaluate("async () => " + KEPT)).intValue());
        } catch (PlaywrightException e) {
            throw new CannotMeasure("The widget did not come up in the browser: " + e.getMessage());
        }
    }

    private static double number(List<?> figures, int index) {
        return ((Number) figures.get(index)).doubleValue();
    }

    private static long size(Request request) {
        var sizes = request.sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
