package org.centrallobby.letter.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Traces;
import org.junit.jupiter.api.Test;

@ServiceTest
class RetentionTest {
    @Testbed.Inject
    Postgres postgres;

    @Inject
    Scene scene;

    @Inject
    Clocks clocks;

    @Inject
    Jobs jobs;

    @Inject
    AuditLog audit;

    @Test
    void firstTheTextGoesThenTheNetworkAtLastTheWriterAndTheCountStays() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var letter = settled(campaign, "Tomos Transient", "tomos@passing.example", false);

        age(letter, Duration.ofDays(27));
        clocks.run();
        assertThat(kept(letter)).containsExactly(true, true, true);

        age(letter, Duration.ofDays(1));
        clocks.run();
        assertThat(kept(letter)).containsExactly(false, true, true);

        age(letter, Duration.ofDays(2));
        clocks.run();
        assertThat(kept(letter)).containsExactly(false, false, true);

        age(letter, Duration.ofDays(700));
        clocks.run();
        assertThat(kept(letter)).containsExactly(false, false, false);
        assertThat(Traces.of(postgres.jdbcUrl("postgres"), List.of("Transient", "tomos@passing.example")))
                .isEmpty();
        organisation
                .asProgram()
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .body("letters.confirmed", equalTo(1));
    }

    @Test
    void aLetterThatIsStillUnderWayKeepsWhatItNeeds() {
        var letter = scene.write(
                Scene.live(TestOrganisation.create().key()), scene.seat(), "Under Way", "underway@passing.example");
        scene.change("update letter set state = 'HELD', deadline = now() + interval '1 day' where id = '%s'"
                .formatted(letter));

        age(letter, Duration.ofDays(800));
        clocks.run();

        assertThat(kept(letter)).containsExactly(true, false, true);
    }

    @Test
    void aConsentThatStandsOutlivesItsLetterAndIsStillFound() {
        var organisation = TestOrganisation.create();
        var letter = settled(Scene.live(organisation.key()), "Cadi Consenting", "cadi@passing.example", true);

        age(letter, Duration.ofDays(731));
        clocks.run();

        assertThat(kept(letter)).containsExactly(false, false, false);
        organisation
                .asProgram()
                .body(Map.of("email", "cadi@passing.example"))
                .post("/v1/supporters/access")
                .then()
                .body("people.name", contains("Cadi Consenting"))
                .body("people[0].held.consent", hasSize(1));
    }

    @Test
    void whatADayForgetsIsOneEntryOfTheLog() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var first = settled(campaign, "One Counted", "one@passing.example", false);
        var second = settled(campaign, "Two Counted", "two@passing.example", false);

        age(first, Duration.ofDays(29));
        clocks.run();
        age(second, Duration.ofDays(29));
        clocks.run();

        organisation
                .asProgram()
                .get("/v1/audit?action=retention")
                .then()
                .body("entries.by", contains("platform"))
                .body("entries[0].people", equalTo(2));
    }

    @Test
    void aClockThatFailsStopsNoOther() {
        var others = new AtomicInteger();
        var failing = new RetentionClock("a", "Fails", Duration.ofDays(1), (before, limit) -> {
            throw new IllegalStateException("a clock that fails");
        });
        var other = new RetentionClock("b", "Counts", Duration.ofDays(1), (before, limit) -> {
            others.incrementAndGet();
            return List.of();
        });

        await().untilAsserted(() -> {
            new RetentionJobs(jobs, List.of(() -> List.of(failing, other)), audit, InstantSource.system()).forget();
            assertThat(others).hasPositiveValue();
        });
    }

    @Test
    void anyoneMayKnowForHowLongThingsAreKept() {
        given().get("/v1/public/retention")
                .then()
                .statusCode(200)
                .body(
                        "clocks.clock",
                        hasItems("letter-text", "identity", "network", "consent-evidence", "erasure-receipt"))
                .body("clocks.find { it.clock == 'letter-text' }.days", equalTo(28));
    }

    private String settled(Scene.Live campaign, String name, String email, boolean consent) {
        var letter = scene.write(campaign, scene.seat(), Map.of("name", name, "email", email, "consent", consent));
        scene.confirm(letter);
        scene.awaitOutbox();
        scene.change("update letter set state = 'SETTLED', deadline = null, network = 'hash' where id = '%s'"
                .formatted(letter));
        return letter;
    }

    /** Makes a letter, what was chosen beside it and the mails about it older. */
    private void age(String letter, Duration by) {
        var seconds = by.toSeconds();
        scene.change("""
                update letter set state_since = state_since - interval '%1$d seconds',
                       written_at = written_at - interval '%1$d seconds' where id = '%2$s'""".formatted(seconds, letter));
        scene.change("update consent set confirmed_at = confirmed_at - interval '%d seconds' where letter = '%s'"
                .formatted(seconds, letter));
        scene.change(
                "update asked_mail set asked_at = asked_at - interval '%d seconds' where mailbox = (select mailbox from letter where id = '%s')"
                        .formatted(seconds, letter));
    }

    /** Whether text, network and writer are kept. */
    private List<Object> kept(String letter) {
        var row = (Object[]) scene.rows("""
                        select body is not null, network is not null, name is not null or mailbox <> ''
                          from letter where id = '%s'""".formatted(letter)).getFirst();
        return List.of(row);
    }
}
