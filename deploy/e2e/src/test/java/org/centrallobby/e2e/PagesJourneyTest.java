package org.centrallobby.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.BiConsumer;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supporter takes part on the campaign's own page, in a browser that runs no script. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(value = "org.centrallobby.e2e.Chromium#isInstalled", disabledReason = "no Chromium on this machine")
class PagesJourneyTest {
    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final Stage stage;

    PagesJourneyTest(Stage stage) {
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
    void aLetterWrittenWithoutAScriptReachesTheMp() {
        takesPart(chromium.withoutScript(), Chromium::picture);
    }

    @Test
    void aLetterWrittenOnADesktopReachesTheMp() {
        takesPart(chromium.desktop(), Chromium::isAccessible);
    }

    @Test
    void whatIsMissingIsSaidAtTheTopAndAtTheField() {
        var page = chromium.phone();
        findMp(page, Supporter.POSTCODE);
        press(page, "Check your letter");

        assertThat(page.getByText("There is a problem")).isVisible();
        Chromium.isAccessible(page, "page-error");
    }

    @Test
    void aPostcodeInTwoConstituenciesAsksWhich() {
        var page = chromium.phone();
        findMp(page, "E17 4AH");
        Chromium.isAccessible(page, "page-split");
        page.getByLabel("Chingford and Woodford Green").check();
        press(page, "Continue");

        assertThat(page.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Write to Sir Iain Duncan Smith")))
                .isVisible();
    }

    @Test
    void aMemberWhoTakesPostOnlyGetsALetterToPrint() {
        var page = chromium.phone();
        findMp(page, "SO42 7PU");
        assertThat(page.getByText("go by post").first()).isVisible();
        page.getByLabel("Full name").fill("Jane Roe");
        page.getByLabel("Address").fill("2 Mill Lane");
        press(page, "Check your letter");

        assertThat(page.getByText("Print this page with your browser")).isVisible();
    }

    private void takesPart(Page page, BiConsumer<Page, String> look) {
        var supporter = new Supporter(stage);
        page.navigate(campaignPage());
        look.accept(page, "page-1-find");
        findMp(page, Supporter.POSTCODE);
        page.getByLabel("Full name").fill("Jane Roe");
        page.getByLabel("Email address").fill(supporter.email());
        page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill("2 Mill Lane\nLondon");
        page.getByLabel("Subject").fill("From the page");
        look.accept(page, "page-2-write");
        press(page, "Check your letter");
        look.accept(page, "page-3-check");
        press(page, "Send my letter");
        assertThat(page.getByLabel("Six-digit code")).isVisible();
        look.accept(page, "page-4-sent");

        var link = page.context().newPage();
        link.navigate(stage.platform().addresses().letterUrl() + "/confirm/" + supporter.token());
        look.accept(link, "page-5-confirm");
        press(link, "Confirm my letter");
        assertThat(link.getByText("Your letter is confirmed")).isVisible();
        look.accept(link, "page-6-confirmed");

        supporter.awaitLetterAtTheMp();
        assertThat(supporter.lettersAtTheMp()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("From the page");
            assertThat(letter.text()).contains("Jane Roe", "2 Mill Lane", Supporter.POSTCODE);
        });
        link.navigate(supporter.letterPage());
        look.accept(link, "page-7-letter");
        assertThat(page.context().cookies()).isEmpty();
    }

    private void findMp(Page page, String postcode) {
        page.navigate(campaignPage());
        page.getByLabel("Your home postcode").fill(postcode);
        press(page, "Find my MP");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private String campaignPage() {
        return stage.platform().addresses().letterUrl() + "/c/" + stage.demo().slug();
    }
}
