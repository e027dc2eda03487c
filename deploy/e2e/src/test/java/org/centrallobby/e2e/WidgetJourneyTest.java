package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.local.MailboxPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supporter takes part through the widget on somebody else's page. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
class WidgetJourneyTest {
    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final Stage stage;

    WidgetJourneyTest(Stage stage) {
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

    @Test
    void aLetterWrittenOnAPhoneReachesTheMp() {
        takesPart(chromium.phone());
    }

    @Test
    void aLetterWrittenOnADesktopReachesTheMp() {
        takesPart(chromium.desktop());
    }

    @Test
    void aPostcodeThatCannotBeReadIsKeptAndExplained() {
        var page = chromium.phone();
        page.navigate(gazette());

        page.getByLabel("Your home postcode").fill("SW1A 0A");
        page.getByRole(AriaRole.BUTTON, button("Find my MP")).click();

        assertThat(page.getByText("There is a problem")).isVisible();
        assertThat(page.getByLabel("Your home postcode")).hasValue("SW1A 0A");
        Chromium.isAccessible(page, "widget-error");
    }

    @Test
    void theLinkStaysWhereNoScriptRuns() {
        var page = chromium.withoutScript();
        page.navigate(gazette());

        assertThat(link(page)).isVisible();
    }

    @Test
    void theLinkStaysWhereTheCampaignIsUnknown() {
        var page = chromium.phone();
        page.route("**/v1/public/campaigns/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        page.navigate(gazette());

        assertThat(link(page)).isVisible();
    }

    @Test
    void theLinkStaysWhereTheScriptCannotBeFetched() {
        var page = chromium.phone();
        page.route("**/widget/**", Route::abort);
        page.navigate(gazette());

        assertThat(link(page)).isVisible();
    }

    @Test
    void nothingTypedIsLostWhileTheServiceIsAway() {
        var supporter = new Supporter(stage);
        var page = chromium.phone();
        write(page, supporter);
        page.route("**/letters", Route::abort);
        page.getByRole(AriaRole.BUTTON, button("Send my letter")).click();
        assertThat(page.getByText("What you wrote is kept").first()).isVisible();

        page.unroute("**/letters");
        page.getByRole(AriaRole.BUTTON, button("Send my letter")).click();

        confirm(page, supporter);
        supporter.awaitLetterAtTheMp();
    }

    @Test
    void whatAMailsLinkFillsInReachesNoServerAndLeavesTheAddress() {
        var page = chromium.phone();
        var requests = new ArrayList<String>();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(gazette() + "?via=newsletter#mp-letter&postcode=" + Supporter.POSTCODE.replace(' ', '+')
                + "&name=Ann+Writer&email=ann%40writer.example");

        assertThat(page.getByLabel("Your home postcode")).hasValue(Supporter.POSTCODE);
        page.getByRole(AriaRole.BUTTON, button("Find my MP")).click();
        assertThat(page.getByLabel("Full name")).hasValue("Ann Writer");
        assertThat(page.getByLabel("Email address")).hasValue("ann@writer.example");
        assertThat(page.url()).isEqualTo(gazette() + "?via=newsletter");
        assertThat(requests).isNotEmpty().noneMatch(url -> url.contains("Writer") || url.contains("writer.example"));
    }

    @Test
    void aLetterSentFromAnOwnMailboxCountsByItsWritersWord() {
        var page = chromium.phone();
        write(page, new Supporter(stage));
        page.getByText("Send it from your own mailbox instead").click();
        page.getByRole(AriaRole.BUTTON, button("Give me the letter")).click();
        assertThat(page.getByText("Now send it from your mailbox")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gmail")))
                .hasAttribute("href", Pattern.compile("https://mail\\.google\\.com/mail/.*"));

        page.getByRole(AriaRole.BUTTON, button("I have sent it")).click();

        assertThat(page.getByText("Your letter is counted")).isVisible();
    }

    @Test
    void aFriendWhoComesOverThePersonalLinkIsCountedForItsOwner() {
        var page = chromium.phone();
        send(page, gazette(), new Supporter(stage));
        var link = URI.create(page.getByLabel("Your link to this campaign").inputValue());
        var friends = chromium.phone();
        send(friends, gazette() + "?" + link.getQuery(), new Supporter(stage));

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            return page.getByText("One friend has written through your link.").count() > 0;
        });
    }

    private void send(Page page, String address, Supporter supporter) {
        write(page, address, supporter);
        page.getByRole(AriaRole.BUTTON, button("Send my letter")).click();
        confirm(page, supporter);
    }

    private void takesPart(Page page) {
        var supporter = new Supporter(stage);
        write(page, supporter);
        Chromium.isAccessible(page, "widget-3-check");
        page.getByRole(AriaRole.BUTTON, button("Send my letter")).click();
        assertThat(page.getByLabel("Six-digit code")).isVisible();
        Chromium.isAccessible(page, "widget-4-confirm");
        confirm(page, supporter);
        Chromium.isAccessible(page, "widget-5-share");

        supporter.awaitLetterAtTheMp();
        assertThat(supporter.lettersAtTheMp()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("From the widget");
            assertThat(letter.text()).contains("Typed into the widget.", "Jane Roe", "2 Mill Lane", Supporter.POSTCODE);
        });
        assertThat(page.context().cookies()).isEmpty();
    }

    private void write(Page page, Supporter supporter) {
        write(page, gazette(), supporter);
    }

    private void write(Page page, String address, Supporter supporter) {
        page.navigate(address);
        page.getByLabel("Your home postcode").fill(Supporter.POSTCODE.toLowerCase(java.util.Locale.ROOT));
        Chromium.isAccessible(page, "widget-1-find");
        page.getByRole(AriaRole.BUTTON, button("Find my MP")).click();
        page.getByLabel("In your own words").fill("Typed into the widget.");
        assertThat(page.locator(".letter")).containsText("Typed into the widget.");
        Chromium.isAccessible(page, "widget-2-points");
        page.getByLabel("Full name").fill("Jane Roe");
        page.getByRole(AriaRole.BUTTON, button("Edit the whole letter")).click();
        page.getByLabel("Email address").fill(supporter.email());
        page.getByLabel("Address", exactly()).fill("2 Mill Lane\nLondon");
        page.getByLabel("Subject", exactly()).fill("From the widget");
        var body = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your letter"));
        assertThat(body).hasValue(Pattern.compile("Typed into the widget\\."));
        Chromium.isAccessible(page, "widget-2-write");
        page.getByRole(AriaRole.BUTTON, button("Check your letter")).click();
        assertThat(page.getByText("Typed into the widget.").first()).isVisible();
    }

    private static void confirm(Page page, Supporter supporter) {
        page.getByLabel("Six-digit code").fill(supporter.code());
        page.getByRole(AriaRole.BUTTON, button("Confirm my letter")).click();
        assertThat(page.getByText("Your letter is confirmed")).isVisible();
    }

    private String gazette() {
        return stage.platform().addresses().mailboxUrl() + MailboxPage.GAZETTE;
    }

    private static Locator link(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write to your MP about the cameras"));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
