package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import java.util.Map;
import java.util.regex.Pattern;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.local.MailboxPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a supporter may see of the widget, with a {@link StandIn} for the platform behind it. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
class WidgetStatesTest {
    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @SuppressWarnings("NullAway.Init")
    private StandIn platform;

    WidgetStatesTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void visit() {
        page = chromium.phone();
        platform = StandIn.behind(page);
        page.navigate(gazette());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyStateIsAccessible(String language) {
        page.evaluate("language => document.querySelector('mp-letter').setAttribute('lang', language)", language);
        page.locator(".card[lang=" + language + "]").waitFor();

        find("");
        looksRight(language, "error", "#errors");
        find(StandIn.UNKNOWN);
        looksRight(language, "unknown", ".notice a");
        find(StandIn.VACANT);
        looksRight(language, "vacant", "p.notice:not([lang])");
        find(StandIn.EXCLUDED);
        looksRight(language, "excluded", "p.notice[lang]");
        find(StandIn.REDIRECTED);
        looksRight(language, "redirected", ".notice a[href$=other]");
        find(StandIn.SPLIT);
        looksRight(language, "split", "#constituency");
        page.locator("#constituency").check();
        press(".main");
        looksRight(language, "points", "#points");
        press(".main");
        looksRight(language, "write-errors", "#errors");
        press(".field > .text");
        looksRight(language, "whole-text", "#body");
        press(".notice .text");
        sign();
        looksRight(language, "check", "dl");
        page.locator("details summary").click();
        press("details .button");
        looksRight(language, "own-mailbox", "text=copy-1@in.example");
        press(".main");
        looksRight(language, "counted", ".next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyStateAfterHandingInIsAccessible(String language) {
        page.evaluate("language => document.querySelector('mp-letter').setAttribute('lang', language)", language);
        page.locator(".card[lang=" + language + "]").waitFor();
        write();
        sign();
        press("form .main");
        page.locator("#code").fill("000000");
        press("form .main");
        looksRight(language, "wrong-code", "#errors");
        page.locator("#code").fill(StandIn.CODE);
        press("form .main");
        page.locator(".next").waitFor();
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        press(".copy .button >> nth=1");
        page.locator(".notice", new Page.LocatorOptions().setHasText("3")).waitFor();
        looksRight(language, "confirmed", ".qr svg");
    }

    @Test
    void theWholeJourneyGoesByKeysAlone() {
        tabTo("#postcode");
        page.keyboard().type(StandIn.POSTCODE);
        page.keyboard().press("Enter");
        page.locator("#points").waitFor();
        tabTo("[value='A timetable']");
        page.keyboard().press("Space");
        tabTo("[aria-label='Move up: A timetable']");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card > [role=status]")).hasText("A timetable is now 2 of 3");
        page.keyboard().press("Enter");
        assertThat(page.locator(".order li").first()).containsText("A timetable");
        tabTo("#personalLine");
        page.keyboard().type("I walk past one each morning.");
        tabTo("#name");
        page.keyboard().type("Jane Roe");
        tabTo("#email");
        page.keyboard().type("jane@writer.example");
        tabTo("#address");
        page.keyboard().type("2 Mill Lane");
        tabTo(".main");
        page.keyboard().press("Enter");
        page.locator("#letter").waitFor();
        tabTo("#consent");
        tabTo(".main");
        page.keyboard().press("Enter");
        tabTo("#code");
        page.keyboard().type(StandIn.CODE);
        page.keyboard().press("Enter");
        page.locator(".next").waitFor();

        assertThat(platform.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.get("body").asText())
                        .containsSubsequence("A timetable", "Public money", "Safety", "I walk past one each morning."));
    }

    @Test
    void theLetterGrowsAndTheMeterSaysHowMuchIsTheWritersOwn() {
        write();
        assertThat(page.locator(".meter")).containsText("Nearly all in the campaign’s words.");

        page.locator("#personalLine").fill("I walk past one each morning.");

        assertThat(page.locator(".letter")).containsText("I walk past one each morning.");
        assertThat(page.locator(".meter")).containsText("Mostly the campaign’s words, some your own.");
        assertThat(page.locator(".card > [role=status]")).hasText("Mostly the campaign’s words, some your own.");
    }

    @Test
    void editingTheWholeLetterAndGoingBackLosesNoWords() {
        write();
        page.locator("#personalLine").fill("My own line.");
        press(".field > .text");
        page.locator("#body").fill("Entirely my own.");
        press(".notice .text");
        assertThat(page.locator("#personalLine")).hasValue("My own line.");
        press(".field > .text");
        assertThat(page.locator("#body")).hasValue("Entirely my own.");

        sign();
        press("form .main");
        page.locator("#code").waitFor();

        assertThat(platform.letters().getFirst().get("body").asText()).isEqualTo("Entirely my own.");
    }

    @Test
    void whatWasTypedSurvivesAReloadAndTheWayBack() {
        page.evaluate("history.replaceState({theirs: 1}, '')");
        write();
        page.locator("#personalLine").fill("My own line.");
        page.locator("[value='Human rights']").check();
        awaitKept("Human rights");

        page.reload();

        assertThat(page.locator("#personalLine")).hasValue("My own line.");
        assertThat(page.locator("[value='Human rights']")).isChecked();
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
        assertThat(page.evaluate("history.state.theirs")).isEqualTo(1);

        page.navigate(stage.platform().addresses().mailboxUrl());
        page.goBack();

        assertThat(page.locator("#personalLine")).hasValue("My own line.");
    }

    @Test
    void anOutageAtAReloadKeepsTheAnswersForLater() {
        write();
        page.locator("#personalLine").fill("My own line.");
        awaitKept("My own line");
        page.navigate(stage.platform().addresses().mailboxUrl());
        page.route("**/mp?*", route -> route.abort());
        page.goBack();
        assertThat(page.locator("#errors")).containsText("What you wrote is kept");
        page.unroute("**/mp?*");

        press(".main");

        assertThat(page.locator("#personalLine")).hasValue("My own line.");
    }

    @Test
    void theLettersTextAndItsWriterAreGoneOnceItIsHandedIn() {
        write();
        page.locator("#personalLine").fill("My own line.");
        sign();
        press("form .main");
        page.locator("#code").waitFor();
        awaitKept("receipt");
        page.reload();
        page.locator("#code").fill(StandIn.CODE);
        press("form .main");
        page.locator(".next").waitFor();
        awaitKept("\"status\":\"confirmed\"");
        page.reload();
        page.locator(".next").waitFor();

        assertThat(page.evaluate("JSON.stringify(history.state)").toString())
                .doesNotContain("My own line", "Jane Roe", "writer.example", "Mill Lane", StandIn.POSTCODE);
    }

    @Test
    void nothingIsAskedOfThirdPartiesAndNothingIsStored() {
        write();
        sign();
        press("form .main");
        page.locator("#code").fill(StandIn.CODE);
        press("form .main");
        page.locator(".next").waitFor();

        var own = Pattern.quote(stage.platform().addresses().letterUrl()) + ".*|"
                + Pattern.quote(stage.platform().addresses().mailboxUrl()) + ".*";
        assertThat(platform.requests()).isNotEmpty().allMatch(url -> url.matches(own));
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void thePersonalLinkTravelsOnAndIsPassedOn() {
        page.navigate(gazette() + "?from=abcDEF123456&via=newsletter");
        write();
        sign();
        press("form .main");
        page.locator("#code").waitFor();

        assertThat(platform.letters().getFirst().get("from").asText()).isEqualTo("abcDEF123456");
        assertThat(page.locator("#share-link")).hasValue("https://act.example/c/cameras?from=k3Jx9aQ2pL7m");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("WhatsApp")))
                .hasAttribute("href", Pattern.compile(".*from%3Dk3Jx9aQ2pL7m%26via%3Dwhatsapp"));
    }

    @Test
    void aPolicyThatAllowsTheScriptAndTrustsNoTypesIsEnough() {
        var letterUrl = stage.platform().addresses().letterUrl();
        page.route(
                gazette() + "?strict",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of(
                                "Content-Type",
                                "text/html",
                                "Content-Security-Policy",
                                "default-src 'none'; script-src %1$s; connect-src %1$s; require-trusted-types-for 'script'; trusted-types 'none'"
                                        .formatted(letterUrl)))
                        .setBody("<!doctype html><html lang=\"en\"><title>Strict</title><mp-letter"
                                + " campaign=\"cameras\"></mp-letter><script type=\"module\" src=\"" + letterUrl
                                + "/widget/v1/mp-letter.js\"></script>")));
        // A page that comes from no server may ask none on this machine.
        page.route("**/widget/**", route -> route.fulfill(new Route.FulfillOptions().setResponse(route.fetch())));
        page.navigate(gazette() + "?strict");
        write();
        sign();
        press("form .main");
        press(".copy .button >> nth=1");

        page.locator(".qr svg").waitFor();
        assertThat(page.locator(".card")).hasCSS("border-top-width", "5px");
    }

    @Test
    void aNarrowWindowWithLargeAndSpacedTextNeedsNoSidewaysScrolling() {
        page.setViewportSize(320, 640);
        page.evaluate("""
            () => {
              const spaced = new CSSStyleSheet();
              spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
              const widget = document.querySelector('mp-letter');
              widget.shadowRoot.adoptedStyleSheets.push(spaced);
              widget.style.setProperty('--mpl-font-size', '32px');
            }\
            """);
        page.locator("#postcode").waitFor();
        fits();
        write();
        fits();
        sign();
        fits();
        press("form .main");
        page.locator("#code").waitFor();
        fits();
    }

    @Test
    void forcedColoursLeaveEverythingToSee() {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        write();
        Chromium.isAccessible(page, "widget-forced-points");
        sign();
        Chromium.isAccessible(page, "widget-forced-check");
    }

    private void find(String postcode) {
        page.locator("#postcode").fill(postcode);
        press(".main");
    }

    private void write() {
        find(StandIn.POSTCODE);
        page.locator("#points").waitFor();
    }

    /** Says who writes, and goes on to the check. */
    private void sign() {
        page.locator("#name").fill("Jane Roe");
        page.locator("#email").fill("jane@writer.example");
        page.locator("#address").fill("2 Mill Lane\nLondon");
        press("form .main");
        page.locator("#letter").waitFor();
    }

    private void awaitKept(String text) {
        page.waitForFunction("text => JSON.stringify(history.state).includes(text)", text);
    }

    private void press(String selector) {
        page.locator(".step " + selector).click();
    }

    /** Moves the focus on until it is there, as one who has no pointer does. */
    private void tabTo(String selector) {
        for (var presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
        }
        throw new AssertionError("the key Tab does not lead to " + selector);
    }

    private void looksRight(String language, String state, String sign) {
        page.locator(sign).first().waitFor();
        Chromium.isAccessible(page, "widget-state-" + state + "-" + language);
    }

    private void fits() {
        assertThat(page.evaluate("""
            () => {
              const card = document.querySelector('mp-letter').shadowRoot.querySelector('.card');
              const edge = card.getBoundingClientRect().right;
              const beyond = [...card.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > edge);
              return card.scrollWidth === card.clientWidth ? '' : `beyond the edge: ${beyond.map((element) => element.outerHTML)}`;
            }\
            """)).isEqualTo("");
    }

    private String gazette() {
        return stage.platform().addresses().mailboxUrl() + MailboxPage.GAZETTE;
    }
}
