package org.centrallobby.letter.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.LetterReports;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class StatisticsTest {
    @Inject
    Scene scene;

    @Inject
    LetterReports reports;

    @Inject
    CountJournal journal;

    private String key;
    private Scene.Live campaign;
    private Scene.Held seat;

    @BeforeEach
    void open() {
        key = TestOrganisation.create().key();
        campaign = Scene.live(key);
        seat = scene.seat();
    }

    @Test
    void aCampaignIsToldInNumbers() {
        var other = scene.seat();
        var sent = write("Ann Sent", "whatsapp");
        var confirmed = write("Ben Confirmed", "whatsapp");
        write("Cem Written", "");
        scene.confirm(sent);
        scene.confirm(confirmed);
        report(sent, LetterState.SENT);

        var statistics = TestOrganisation.with(key)
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .statusCode(200)
                .body("letters.written", equalTo(3))
                .body("letters.awaitingConfirmation", equalTo(1))
                .body("letters.confirmed", equalTo(2))
                .body("letters.sent", equalTo(1))
                .body("letters.onTheirWay", equalTo(1))
                .body("members.reached", equalTo(1))
                .body("members.unreached", greaterThan(0))
                .body("ownWords.edited", equalTo(2))
                .body("timeToConfirm.medianMinutesAtMost", equalTo(1))
                .body("days", hasSize(1))
                .body("days[0].written", equalTo(3))
                .body("hours.confirmed.sum()", equalTo(2))
                .body("channels[0].name", equalTo("whatsapp"))
                .body("channels[0].confirmed", equalTo(2))
                .body("constituencies.code", hasItem(other.constituency().code()))
                .extract()
                .jsonPath();

        assertThat(statistics.getMap("constituencies.find { it.code == '%s' }"
                        .formatted(seat.constituency().code())))
                .containsEntry("written", 3)
                .containsEntry("sent", 1)
                .containsEntry("member", "Ms Scene");
        assertThat(statistics.getMap("constituencies.find { it.code == '%s' }"
                        .formatted(other.constituency().code())))
                .containsEntry("written", 0);
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        var letter = write("Ann Sent", "whatsapp");
        scene.confirm(letter);
        report(letter, LetterState.SENT);

        QuarkusTransaction.requiringNew().run(() -> journal.takeBack(List.of(UUID.fromString(letter))));

        TestOrganisation.with(key)
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .body("letters.values().sum()", equalTo(0))
                .body("members.reached", equalTo(0))
                .body("ownWords.edited", equalTo(0))
                .body("hours.collect { it.written + it.confirmed + it.sent }.sum()", equalTo(0))
                .body("constituencies.collect { it.written + it.confirmed + it.sent }.sum()", equalTo(0));
    }

    @Test
    void aCampaignWithoutLettersHasZeroesAndNoShares() {
        TestOrganisation.with(key)
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .statusCode(200)
                .body("letters.written", equalTo(0))
                .body("ownWords.editedShare", equalTo(null))
                .body("timeToConfirm.medianMinutesAtMost", equalTo(null))
                .body("days", hasSize(0));
    }

    @Test
    void anotherOrganisationLearnsNothing() {
        TestOrganisation.with(TestOrganisation.create().key())
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .statusCode(404);
    }

    private String write(String name, String via) {
        return scene.write(
                campaign,
                seat,
                Map.of("name", name, "email", "%s@example.org".formatted(UUID.randomUUID()), "via", via));
    }

    private void report(String letter, LetterState state) {
        var mail = scene.rows("select mail from letter where id = '%s'".formatted(letter))
                .getFirst();
        reports.note((UUID) mail, state, null);
    }
}
