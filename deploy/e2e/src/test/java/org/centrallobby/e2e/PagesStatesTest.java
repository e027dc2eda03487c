package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.function.BiConsumer;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of a campaign of points in two languages, in every state, for every kind of reader. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
@SuppressWarnings("NullAway.Init")
class PagesStatesTest {
    /** In the sample its MP takes e-mail. */
    private static final String POSTCODE = Supporter.POSTCODE;

    private static Chromium chromium;
    private static BilingualCampaign campaign;

    private final Stage stage;

    PagesStatesTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    static void open(Stage stage) {
        chromium = new Chromium();
        campaign = BilingualCampaign.publish(stage);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aWelshLetterOfPointsIsWrittenWithoutAScriptAndReachesTheMp() {
        writesInWelsh(chromium.withoutScript(), Chromium::picture, "cy");
    }

    @Test
    void everyWelshPageIsAccessible() {
        writesInWelsh(chromium.desktop(), Chromium::isAccessible, "cy");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = chromium.desktop();
        page.navigate(campaign.page(""));
        tabTo(page, "postcode");
        page.keyboard().type(POSTCODE);
        page.keyboard().press("Enter");
        assertThat(page.getByText("What your letter says")).isVisible();
        tabTo(page, "personalLine");
        page.keyboard().type("I learned to swim in it.");
        tabTo(page, "name");
        page.keyboard().type("Jane Roe");
        page.keyboard().press("Enter");

        assertThat(page.getByText("There is a problem")).isVisible();
        assertThat(page.locator(".summary")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#email")).isFocused();
        page.keyboard().type("jane@constituent.example");
        tabTo(page, "address");
        page.keyboard().type("2 Mill Lane");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Check your letter")))
                .isVisible();
    }

    @Test
    void anArrowMovesAPointAndKeepsTheFocus() {
        var page = chromium.withoutScript();
        findMp(page, campaign.page(""), "Your home postcode", "Find my MP");
        page.getByLabel("Rivers are dying").check();
        page.getByLabel("In your own words").fill("I learned to swim in it.");
        press(page, "Move down: People get ill");

        var titles = page.locator(".points .choice").allInnerTexts();
        assertThat(titles.getFirst().strip()).isNotEqualTo("People get ill");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move up: People get ill")))
                .isVisible();
        assertThat(page.getByLabel("In your own words")).hasValue("I learned to swim in it.");
    }

    @Test
    void nothingReachesBeyondANarrowScreen() {
        var page = chromium.phone();
        page.setViewportSize(320, 640);
        page.navigate(campaign.page(""));
        fits(page, "first page");
        findMp(page, campaign.page("?lang=cy"), "Cod post eich cartref", "Dod o hyd i’m AS");
        fits(page, "points");
        fillIn(page);
        fits(page, "filled in");
        press(page, "Gwirio eich llythyr");
        fits(page, "whole letter");
        page.navigate(campaign.page("/confirmed?share=k7m2q9x4h3d8w"));
        fits(page, "passing on");
    }

    @Test
    void whoeverPicksTheirOwnColoursSeesWhereThingsAre() {
        var page = chromium.phone();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.navigate(campaign.page(""));
        Chromium.picture(page, "page-forced-colours-find");
        findMp(page, campaign.page(""), "Your home postcode", "Find my MP");
        Chromium.picture(page, "page-forced-colours-write");
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        Chromium.isAccessible(page, "page-dark-write");
        page.navigate(campaign.page("/confirmed"));
        Chromium.isAccessible(page, "page-dark-confirmed");
    }

    @Test
    void everyDeadEndHasAWayOn() {
        var page = chromium.phone();
        page.navigate(campaign.page(""));
        page.getByLabel("Your home postcode").fill("ZZ1 1ZZ");
        press(page, "Find my MP");
        assertThat(page.getByText("Find your MP by name or place at Parliament"))
                .isVisible();
        Chromium.isAccessible(page, "page-unknown-postcode");
        page.getByLabel("Your home postcode").fill("JE2 3AB");
        press(page, "Find my MP");
        assertThat(page.getByText("Jersey elects its own States Assembly").first())
                .isVisible();

        page.getByLabel("Your home postcode").fill("SO42 7PU");
        press(page, "Find my MP");
        page.getByLabel("Full name").fill("Jane Roe");
        page.getByLabel("Address").fill("2 Mill Lane");
        press(page, "Check your letter");
        Chromium.isAccessible(page, "page-post");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Chromium.picture(page, "page-post-printed");
        assertThat(page.locator("form").first()).isHidden();
        assertThat(page.locator(".letter .text")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.getByText("I have sent it: continue").click();
        assertThat(page.getByText("Thank you for writing")).isVisible();

        page.navigate(campaign.page("").replace(campaign.slug(), "nowhere"));
        Chromium.isAccessible(page, "page-nowhere");
    }

    @Test
    void aCampaignThatPausesOrEndsSaysSo() {
        var other = BilingualCampaign.publish(stage);
        var page = chromium.phone();
        other.take("pause");
        page.navigate(other.page(""));
        assertThat(page.getByText("This campaign takes no letters at the moment"))
                .isVisible();
        Chromium.isAccessible(page, "page-paused");
        other.take("close");
        page.navigate(other.page("?lang=cy"));
        assertThat(page.getByText("Mae’r ymgyrch hon ar ben")).isVisible();
        Chromium.picture(page, "page-closed-cy");
    }

    private void writesInWelsh(Page page, BiConsumer<Page, String> look, String name) {
        var supporter = new Supporter(stage);
        page.navigate(campaign.page(""));
        page.getByText("Cymraeg").click();
        look.accept(page, name + "-1-find");
        page.getByLabel("Cod post eich cartref").fill(POSTCODE);
        press(page, "Dod o hyd i’m AS");
        page.getByLabel("Mae afonydd yn marw").check();
        press(page, "Symud i lawr: Mae pobl yn mynd yn sâl");
        look.accept(page, name + "-2-write");
        fillIn(page);
        page.getByLabel("Cyfeiriad e-bost").fill(supporter.email());
        press(page, "Gwirio eich llythyr");
        look.accept(page, name + "-3-check");
        press(page, "Anfon fy llythyr");
        assertThat(page.getByText("Nawr cadarnhewch eich llythyr")).isVisible();
        look.accept(page, name + "-4-sent");
        page.getByLabel("Cod chwe digid").fill(supporter.code());
        press(page, "Cadarnhau fy llythyr");
        assertThat(page.getByText("Diolch. Mae eich llythyr wedi’i gadarnhau").first())
                .isVisible();
        look.accept(page, name + "-5-confirmed");

        supporter.awaitLetterAtTheMp();
        assertThat(supporter.lettersAtTheMp())
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.text()).contains("Annwyl ", "Dysgais nofio ynddi.", "Yn gywir,"));
        page.navigate(supporter.letterPage());
        assertThat(page.getByText("Beth ddigwyddodd")).isVisible();
        look.accept(page, name + "-6-letter");
    }

    private static void fillIn(Page page) {
        page.getByLabel("Yn eich geiriau eich hun").fill("Dysgais nofio ynddi.");
        page.getByLabel("Enw llawn").fill("Siân Roe");
        page.getByLabel("Cyfeiriad e-bost").fill("sian@constituent.example");
        page.getByLabel("Cyfeiriad", new Page.GetByLabelOptions().setExact(true))
                .fill("2 Lôn y Felin");
    }

    private static void findMp(Page page, String address, String label, String button) {
        page.navigate(address);
        page.getByLabel(label).fill(POSTCODE);
        press(page, button);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static void tabTo(Page page, String id) {
        for (var presses = 0; presses < 40; presses++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }

    private static void fits(Page page, String state) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of the " + state)
                .isLessThanOrEqualTo(320);
    }
}
