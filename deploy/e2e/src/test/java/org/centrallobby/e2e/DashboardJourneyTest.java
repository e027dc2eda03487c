package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaigner looks at the numbers, decides about a comment, and takes pictures to the board; the public looks at the map. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
class DashboardJourneyTest {
    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final Stage stage;

    DashboardJourneyTest(Stage stage) {
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
    void aCampaignerSeesTheNumbersAndTakesThePicturesAway() {
        var supporter = new Supporter(stage);
        supporter.write();
        supporter.confirm();
        for (var page : new Page[] {chromium.desktop(), chromium.phone()}) {
            var requests = new ArrayList<String>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(letterUrl() + "/dashboard");
            Chromium.isAccessible(page, "dashboard-0-sign-in");
            signIn(page, stage.demo().organisationKey());
            assertThat(page.getByRole(AriaRole.HEADING, heading("Campaigns"))).isVisible();
            Chromium.isAccessible(page, "dashboard-1-campaigns");

            campaign(page).click();
            assertThat(page.getByRole(AriaRole.HEADING, heading("Letters over time")))
                    .isVisible();
            assertThat(page.locator(".map-drawing svg")).isVisible();
            Chromium.isAccessible(page, "dashboard-2-numbers");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("In all"))
                    .check();
            var chart = page.waitForDownload(
                    () -> picture(page, "Download the chart").click());
            var map =
                    page.waitForDownload(() -> picture(page, "Download the map").click());

            assertThat(chart.suggestedFilename()).endsWith("-total.png");
            assertThat(map.suggestedFilename()).endsWith("-map.png");
            assertThat(page.context().cookies()).isEmpty();
            assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(requests)
                    .noneMatch(address -> address.contains("cl_sk_"))
                    .allMatch(this::isOurs);

            page.reload();
            assertThat(page.getByLabel("API key")).hasValue("");
        }
    }

    @Test
    void aCommentIsDecidedAboutWithTheKeyboardAlone() {
        // The decisions are shown as the platform answers them; the comments themselves are this test's.
        var page = chromium.desktop();
        page.route(
                "**/comments?*",
                route -> route.fulfill(json(
                        route.request().url().contains("pending")
                                ? """
                                    {"comments": [%s, %s], "next": null}\
                                    """.formatted(comment("1", "Save them"), comment("2", "Buy now"))
                                : "{\"comments\": [], \"next\": null}")));
        page.route("**/v1/comments/1/approve", route -> route.fulfill(json("{}")));
        page.route("**/v1/comments/2/reject", route -> route.fulfill(json("{}")));
        page.navigate(letterUrl() + "/dashboard");
        page.getByLabel("API key").fill(stage.demo().organisationKey());
        page.keyboard().press("Enter");
        campaign(page).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Comments"))
                .click();
        assertThat(page.getByText("2 comments wait for you")).isVisible();
        Chromium.isAccessible(page, "dashboard-3-comments");

        page.getByRole(AriaRole.BUTTON, button("Approve")).first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".outcome")).containsText("Approved: it is shown.");
        assertThat(page.locator("#entry-2")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#reason-2")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        Chromium.isAccessible(page, "dashboard-4-reasons");
        page.keyboard().press("Enter");

        assertThat(page.getByText("No comment waits")).isVisible();
        assertThat(page.getByText("Rejected for good.").first()).isVisible();
    }

    @Test
    void aKeyThatMayNotIsToldWhichScopeItIsMissing() {
        var page = chromium.phone();
        page.navigate(letterUrl() + "/dashboard");
        signIn(page, "not a key");
        assertThat(page.getByText("That is not an API key")).isVisible();
        assertThat(page.getByLabel("API key")).isFocused();
        signIn(page, keyWith("campaigns:read"));
        campaign(page).click();

        assertThat(page.getByText("it has not got the scope letters:read")).isVisible();
        Chromium.isAccessible(page, "dashboard-5-scope");
        page.getByRole(AriaRole.BUTTON, button("Sign out")).click();
        assertThat(page.getByLabel("API key")).isVisible();
    }

    @Test
    void anOutageIsSaidAndPasses() {
        var page = chromium.phone();
        page.navigate(letterUrl() + "/dashboard");
        page.getByRole(AriaRole.BUTTON, button("Cymraeg")).click();
        page.getByLabel("Allwedd API").fill(stage.demo().organisationKey());
        page.getByRole(AriaRole.BUTTON, button("Mewngofnodi")).click();
        page.route("**/statistics", Route::abort);
        campaign(page).click();
        assertThat(page.getByText("Nid oedd modd cyrraedd y platfform").first()).isVisible();
        Chromium.isAccessible(page, "dashboard-6-outage");

        page.unroute("**/statistics");
        page.getByRole(AriaRole.BUTTON, button("Rhoi cynnig arall arni")).click();
        assertThat(page.getByText("Nid oedd modd cyrraedd y platfform")).hasCount(0);
    }

    @Test
    void theMapIsReadAsAPictureAndAsATable() {
        for (var page : new Page[] {chromium.phone(), chromium.desktop()}) {
            page.navigate(letterUrl() + "/c/" + stage.demo().slug() + "/map?sort=letters");
            assertThat(page.getByRole(AriaRole.IMG).first()).isVisible();
            assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
            Chromium.isAccessible(page, "map-en");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cymraeg"))
                    .click();
            assertThat(page.getByText("Etholaethau yn ôl llythyrau")).isVisible();
            Chromium.isAccessible(page, "map-cy");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    private void signIn(Page page, String key) {
        page.getByLabel("API key").fill(key);
        page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
    }

    private Locator campaign(Page page) {
        return page.locator(".campaign h2 a").last();
    }

    private static Locator picture(Page page, String what) {
        return page.getByRole(AriaRole.BUTTON, button(what + ": PNG"));
    }

    /** A key of the demo's organisation with one scope. */
    private String keyWith(String scope) {
        var request = Http.JSON.createObjectNode().put("label", "Narrow " + UUID.randomUUID());
        request.putArray("scopes").add(scope);
        JsonNode made = Http.post(
                        letterUrl() + "/v1/organisation/keys",
                        (ObjectNode) request,
                        Map.of("Authorization", "Bearer " + stage.demo().organisationKey()))
                .body();
        return made.get("secret").asText();
    }

    private static String comment(String id, String text) {
        return """
                {"id": "%s", "campaign": "c", "letter": "l", "state": "pending", "name": "Gwen H.", "constituency": "E14001167",
                 "text": "%s", "writtenAt": "2026-11-24T10:20:00Z", "stateSince": "2026-11-24T10:20:00Z", "rejectedFor": null,
                 "reports": []}\
                """.formatted(id, text);
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(body);
    }

    private boolean isOurs(String address) {
        return address.startsWith(letterUrl())
                || address.startsWith("blob:" + letterUrl())
                || address.startsWith("data:");
    }

    private String letterUrl() {
        return stage.platform().addresses().letterUrl();
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
