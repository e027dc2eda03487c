package org.centrallobby.letter.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import jakarta.inject.Inject;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class MailAllowanceTest {
    @Inject
    Scene scene;

    @Inject
    LetterJobs jobs;

    private final String mailbox = UUID.randomUUID() + "@example.org";
    private Scene.Live campaign = new Scene.Live("", "");

    @BeforeEach
    void aLiveCampaign() {
        campaign = Scene.live(TestOrganisation.create().key());
    }

    @Test
    void madeUpNamesDoNotUseUpARealPersonsMails() {
        for (var stranger = 0; stranger < 4; stranger++) {
            write("Stranger " + (char) ('A' + stranger));
        }

        assertThat(isKept(write("Ann Writer"))).isTrue();
    }

    @Test
    void aPersonIsSentAFewMailsADay() {
        for (var mail = 0; mail < 3; mail++) {
            assertThat(isKept(write("Ann Writer"))).as("mail %d", mail).isTrue();
        }

        assertThat(isKept(write("ANN  Writer"))).isFalse();
        assertThat(isKept(write("Ben Writer"))).as("of the same household").isTrue();
    }

    @Test
    void aMailboxHasABoundWhateverNamesAreMadeUp() {
        for (var stranger = 0; stranger < 10; stranger++) {
            assertThat(isKept(write("Stranger " + (char) ('A' + stranger)))).isTrue();
        }

        assertThat(isKept(write("Ann Writer"))).isFalse();
        change("asked_at = asked_at - interval '1 day'");
        assertThat(isKept(write("Ann Writer"))).as("a day later").isTrue();
    }

    @Test
    void whatWasAskedForBeforeNamesWereCountedCountsForTheMailbox() {
        write("Ann Writer");
        change("person = null");
        for (var stranger = 0; stranger < 9; stranger++) {
            write("Stranger " + (char) ('A' + stranger));
        }

        assertThat(isKept(write("Ann Writer"))).isFalse();
    }

    @Test
    void whatAnHourBringsOnABusyDayIsForgottenInOneRound() {
        scene.change("insert into mail_allowance (mailbox, asked_at)"
                + " select '%s', now() - interval '2 days' from generate_series(1, 41000)".formatted(mailbox));

        jobs.forgetAllowances();

        assertThat(scene.rows("select 1 from mail_allowance where mailbox = '%s'".formatted(mailbox)))
                .isEmpty();
    }

    @Test
    void whoWaitsForAMailIsToldThatThereAreOnlyAFew() {
        given().get("/c/%s/sent".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .body(containsString("One address gets only a few emails a day"));
    }

    private String write(String name) {
        return scene.write(campaign, scene.seat(), name, mailbox);
    }

    /** From outside a letter that nobody is asked to confirm looks like any other. */
    private boolean isKept(String letter) {
        return !scene.rows("select 1 from letter where id = '%s'".formatted(letter))
                .isEmpty();
    }

    /** What is kept of the mails of this test's campaign, all of them to one mailbox. */
    private void change(String what) {
        scene.change("""
                update mail_allowance set %s where mailbox in (select mailbox from letter where campaign = '%s')""".formatted(what, campaign.id()));
    }
}
