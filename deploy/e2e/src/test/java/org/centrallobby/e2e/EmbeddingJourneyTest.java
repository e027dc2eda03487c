package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign on other people's sites, however they are made. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
class EmbeddingJourneyTest {
    /** What a browser does that keeps nothing for other sites' frames, or whose user forbids it. */
    private static final String NO_STORAGE = """
            for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
              Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
            Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError'); } });""";

    /** A site whose rules reach for everything. */
    private static final String HOSTILE = """
            <style>
              html { font-size: 62.5% }
              body { text-transform: uppercase; letter-spacing: 5px; line-height: 3; color: #fff; direction: rtl }
              * { font-family: Papyrus !important; box-sizing: content-box }
              mp-letter { font-size: 5px; color: red; text-align: right }
              input, button, label, form, p { display: none !important }
              a { color: transparent !important }
            </style>""";

    private static final String HEARD = """
            window.heard = [];
            for (const name of ['ready', 'step', 'sent', 'share', 'error'])
              addEventListener(`mp-letter:${name}`, ({ type, detail }) => heard.push(`${type} ${JSON.stringify(detail)}`));""";

    /** How much is stored; a browser that keeps nothing for frames of other sites refuses to say. */
    private static final String STORED = """
            async () => {
              try {
                return localStorage.length + sessionStorage.length + (await indexedDB.databases()).length;
              } catch ({ name }) {
                return name === 'SecurityError' ? 0 : name;
              }
            }""";

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static ForeignSite site;

    private final Stage stage;

    EmbeddingJourneyTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    static void open(Stage stage) {
        chromium = new Chromium();
        site = ForeignSite.of(stage);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aLetterIsWrittenUnderAStrictPolicy() {
        var supporter = new Supporter(stage);
        var page = chromium.phone();
        var visit = site.visit(page, ForeignSite.SITE + "/", ForeignSite.STRICT, site.script() + site.widget());

        takesPart(page.mainFrame(), supporter);

        supporter.awaitLetterAtTheMp();
        assertThat(visit.faults()).isEmpty();
        leavesNothingBehind(visit);
    }

    @Test
    void aLetterIsWrittenOverPlainHttpWhereNothingCanBeStored() {
        var supporter = new Supporter(stage);
        var page = chromium.phone();
        page.addInitScript(NO_STORAGE);
        var visit = site.visit(page, ForeignSite.PLAIN_SITE + "/", "", site.script() + site.widget());

        assertThat(page.evaluate("isSecureContext")).isEqualTo(false);
        write(page.mainFrame(), supporter);
        confirm(page.mainFrame(), supporter);
        assertThat(visit.faults()).isEmpty();
        assertThat(visit.strangers()).isEmpty();
    }

    @Test
    void theSitesRulesDoNotReachIntoTheWidget() {
        var page = chromium.phone();
        site.visit(page, ForeignSite.SITE + "/", "", HOSTILE + site.script() + site.widget());

        var field = field(page.mainFrame());
        assertThat(field).isVisible();
        assertThat(style(field, "fontSize")).isEqualTo("16px");
        assertThat(style(field, "fontFamily")).doesNotContain("Papyrus");
        assertThat(style(field, "letterSpacing")).isEqualTo("normal");
        assertThat(style(field, "textAlign")).isIn("start", "left");
        assertThat(style(field, "direction")).isEqualTo("ltr");
        assertThat(style(find(page.mainFrame()), "display")).isNotEqualTo("none");
        Chromium.picture(page, "embed-hostile");
    }

    @Test
    void twoOfThemOnAPageDoNotDisturbEachOther() {
        var page = chromium.desktop();
        var again = site.script().replace("mp-letter.js", "mp-letter.js?again");
        var visit = site.visit(
                page,
                ForeignSite.SITE + "/",
                "",
                site.script() + site.widget() + again + site.widget() + site.script());

        var fields = page.getByLabel("Your home postcode");
        assertThat(fields).hasCount(2);
        fields.first().fill("SW1A 0A");
        find(page.mainFrame()).first().click();
        assertThat(page.getByText("There is a problem")).hasCount(1);
        assertThat(fields.last()).hasValue("");
        assertThat(visit.faults()).noneMatch(fault -> !fault.contains("400"));
    }

    @Test
    void theScriptMayComeLate() {
        var page = chromium.phone();
        site.visit(page, ForeignSite.SITE + "/", "", site.widget());
        assertThat(link(page)).isVisible();

        page.evaluate(
                "src => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }))",
                ForeignSite.PLATFORM + "/widget/v1/mp-letter.js");

        assertThat(field(page.mainFrame())).isVisible();
        assertThat(link(page)).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"script-src 'none'", "connect-src 'none'"})
    void theLinkStaysWhereAPolicyForbidsTheWidget(String policy) {
        var page = chromium.phone();
        site.visit(page, ForeignSite.SITE + "/", policy, site.script() + site.widget());

        page.waitForLoadState();
        assertThat(link(page)).isVisible();
        assertThat(field(page.mainFrame())).hasCount(0);
    }

    @Test
    void aLetterIsWrittenInAFrameThatFitsIt() {
        var supporter = new Supporter(stage);
        var page = chromium.phone();
        page.addInitScript(HEARD);
        var visit = site.visit(page, ForeignSite.SITE + "/", ForeignSite.STRICT, site.frameScript() + site.frame());
        var frame = frameOf(page);

        assertThat(field(frame)).isVisible();
        fits(page, frame);
        Chromium.isAccessible(page, "embed-frame-1");
        takesPart(frame, supporter);
        fits(page, frame);
        Chromium.picture(page, "embed-frame-2");

        assertThat(heard(page))
                .anyMatch(event -> event.startsWith("mp-letter:ready"))
                .anyMatch(event -> event.startsWith("mp-letter:sent"))
                .noneMatch(event -> event.contains(supporter.email()) || event.contains(Supporter.POSTCODE));
        supporter.awaitLetterAtTheMp();
        assertThat(visit.faults()).isEmpty();
        leavesNothingBehind(visit);
    }

    @Test
    void aFrameListensToItsOwnPageAndThePageToItsOwnFrame() {
        var page = chromium.phone();
        page.addInitScript(HEARD);
        page.addInitScript("window.strange = 0; addEventListener('message', ({ origin }) => strange += origin === '%s')"
                .formatted(ForeignSite.STRANGER));
        ForeignSite.serve(page.context(), ForeignSite.STRANGER + "/", "", """
                <script>
                  setInterval(() => {
                    parent.postMessage({ type: 'mp-letter:height', height: 5000 }, '*');
                    parent.postMessage({ type: 'mp-letter:sent', detail: { forged: true } }, '*');
                    parent[0].postMessage({ type: 'mp-letter:hello' }, '*');
                  }, 20);
                </script>""");
        site.visit(
                page,
                ForeignSite.SITE + "/",
                "",
                site.frameScript() + site.frame() + "<iframe src=\"%s/\"></iframe>".formatted(ForeignSite.STRANGER));
        var frame = frameOf(page);
        assertThat(field(frame)).isVisible();
        fits(page, frame);

        page.evaluate("strange = 0");
        page.waitForFunction("strange > 10");
        page.setViewportSize(600, 740);

        fits(page, frame);
        assertThat(heard(page)).isNotEmpty().noneMatch(event -> event.contains("forged"));
    }

    @Test
    void aPageThatIsNotAllowedCannotFrameTheCampaign() {
        var page = chromium.phone();
        var visit = site.visit(page, ForeignSite.STRANGER + "/", "", site.frameScript() + site.frame());

        page.waitForCondition(() -> visit.faults().stream().anyMatch(fault -> fault.contains("frame-ancestors")));
        assertThat(field(frameOf(page))).hasCount(0);
    }

    @Test
    void aFrameThatWasThereBeforeThePagesScriptFitsToo() {
        var page = chromium.phone();
        site.visit(page, ForeignSite.SITE + "/", "", site.frame());
        var frame = frameOf(page);
        assertThat(field(frame)).isVisible();
        assertThat(frameHeight(page)).isEqualTo(640);
        assertThat(frame.evaluate("getComputedStyle(document.documentElement).overflowY"))
                .isEqualTo("visible");

        page.evaluate(
                "src => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }))",
                ForeignSite.PLATFORM + "/widget/v1/mp-letter-frame.js");

        fits(page, frame);
    }

    @Test
    void aFrameSpeaksWelshAndKnowsHowItsReaderCame() {
        var page = chromium.desktop();
        var welsh = site.frame().replace("?lang=en", "?lang=cy&amp;theme=dark");
        var visit = site.visit(
                page,
                ForeignSite.SITE + "/?from=Zk3_9-aQ&via=poster&utm_source=x",
                ForeignSite.STRICT,
                site.frameScript() + welsh);

        assertThat(page.locator("iframe")).hasAttribute("src", Pattern.compile("via=poster$"));
        var frame = frameOf(page);
        // The script gives a frame that was there before it another address: it loads twice, and both times shows a
        // field.
        frame.waitForURL(url -> url.endsWith("?lang=cy&theme=dark&from=Zk3_9-aQ&via=poster"));
        assertThat(frame.getByLabel("Cod post eich cartref")).isVisible();
        fits(page, frame);
        assertThat(visit.faults()).isEmpty();
        Chromium.picture(page, "embed-frame-welsh");
    }

    @Test
    void aCopyOfTheScriptOnTheSitesOwnServerWorks() {
        var page = chromium.phone();
        page.context().route(ForeignSite.SITE + "/mp-letter/**", route -> {
            var original =
                    route.request().url().replace(ForeignSite.SITE + "/mp-letter", site.platformUrl() + "/widget/v1");
            route.fulfill(
                    new Route.FulfillOptions().setResponse(route.fetch(new Route.FetchOptions().setUrl(original))));
        });
        var visit = site.visit(
                page,
                ForeignSite.SITE + "/",
                "default-src 'none'; script-src 'self'; connect-src https://act.example",
                site.selfHosted());

        assertThat(field(page.mainFrame())).isVisible();
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void aFrameShowsTheLinkWhereNoScriptRuns() {
        var page = chromium.withoutScript();
        site.visit(page, ForeignSite.SITE + "/", "", site.frame());

        assertThat(frameOf(page).getByRole(AriaRole.LINK)).hasText("Write to your MP: Holes in fences");
        Chromium.picture(page, "embed-frame-without-script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"widget", "iframe"})
    void aWordPressSiteShowsTheCampaign(String mode) {
        assumeTrue(WordPress.isInstalled(), "there is no PHP on this machine: the WordPress plugin is not rendered");
        var page = chromium.phone();
        var html = wordPress("[central_lobby campaign=\"%s\" mode=\"%s\"]".formatted(site.slug(), mode));
        site.connect(page.context());
        ForeignSite.serve(page.context(), ForeignSite.SITE + "/", "", html);
        page.navigate(ForeignSite.SITE + "/");

        var frame = mode.equals("iframe") ? frameOf(page) : page.mainFrame();
        assertThat(field(frame)).isVisible();
        Chromium.picture(page, "embed-wordpress-" + mode);
    }

    @Test
    void theBlocksFieldsSetItsAttributes() {
        var page = chromium.desktop();
        page.evaluate("""
                () => {
                  window.wp = {
                    blocks: { registerBlockType: (name, block) => { window.block = { name, ...block }; } },
                    blockEditor: { InspectorControls: 'inspector', useBlockProps: () => ({}) },
                    components: { PanelBody: 'panel', SelectControl: 'select', TextControl: 'text', Placeholder: 'placeholder' },
                    element: { createElement: (type, props, ...children) => ({ type, props, children }), Fragment: 'fragment' },
                  };
                  window.centralLobbyWords = {};
                }""");
        page.addScriptTag(
                new Page.AddScriptTagOptions().setPath(WordPress.FOLDER.resolve("central-lobby/block/editor.js")));

        var changes = page.evaluate("""
                () => {
                  const changes = [];
                  const all = (node) => [node, ...(node.children ?? []).flatMap(all)];
                  const edited = block.edit({ attributes: {}, setAttributes: (change) => changes.push(Object.keys(change)) });
                  for (const { props } of all(edited)) props?.onChange?.('typed');
                  return `${block.name}: ${changes}; ${block.save()}`;
                }""");
        assertThat(changes).isEqualTo("central-lobby/letter: mode,lang,theme,text,campaign; null");
    }

    private static String wordPress(String content) {
        var order = Http.JSON
                .createObjectNode()
                .put("platform", ForeignSite.PLATFORM)
                .put("content", content);
        return WordPress.render(order).get("page").asText();
    }

    private static void takesPart(Frame frame, Supporter supporter) {
        write(frame, supporter);
        confirm(frame, supporter);
        assertThat(frame.getByText("Your letter is confirmed")).isVisible();
    }

    private static void write(Frame frame, Supporter supporter) {
        field(frame).fill(Supporter.POSTCODE);
        find(frame).click();
        frame.getByLabel("Full name").fill("Jane Roe");
        frame.getByLabel("Email address").fill(supporter.email());
        frame.getByLabel("Address", new Frame.GetByLabelOptions().setExact(true))
                .fill("2 Mill Lane\nLondon");
        var body = frame.getByRole(AriaRole.TEXTBOX, new Frame.GetByRoleOptions().setName("Your letter"));
        body.fill(body.inputValue() + "\n\nTyped somewhere else, by " + supporter.email() + ".");
        press(frame, "Check your letter");
        assertThat(frame.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Send my letter")))
                .isVisible();
        // What has the focus is in sight, however far down the button was and however high the frame.
        assertThat(frame.locator(":focus").last()).isInViewport();
        press(frame, "Send my letter");
        assertThat(frame.getByLabel("Six-digit code")).isVisible();
    }

    private static void confirm(Frame frame, Supporter supporter) {
        frame.getByLabel("Six-digit code").fill(supporter.code());
        press(frame, "Confirm my letter");
    }

    private static void leavesNothingBehind(ForeignSite.Visit visit) {
        assertThat(visit.strangers()).isEmpty();
        assertThat(visit.page().context().cookies()).isEmpty();
        for (var frame : visit.page().frames()) {
            assertThat(frame.evaluate(STORED)).isEqualTo(0);
        }
    }

    private static void fits(Page page, Frame frame) {
        page.waitForCondition(() -> frameHeight(page) == contentHeight(frame) && frameHeight(page) != 640);
    }

    private static int frameHeight(Page page) {
        return (int) page.locator("iframe").first().evaluate("frame => frame.clientHeight");
    }

    private static int contentHeight(Frame frame) {
        return (int) frame.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> heard(Page page) {
        return (List<String>) page.evaluate("heard");
    }

    private static Frame frameOf(Page page) {
        return Objects.requireNonNull(
                page.locator("iframe").first().elementHandle().contentFrame());
    }

    private static Locator field(Frame frame) {
        return frame.getByLabel("Your home postcode");
    }

    private static Locator find(Frame frame) {
        return frame.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Find my MP"));
    }

    private static Locator link(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write to your MP about hedgehogs"));
    }

    private static void press(Frame frame, String button) {
        frame.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(button))
                .click();
    }

    private static String style(Locator element, String property) {
        return (String) element.evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }
}
