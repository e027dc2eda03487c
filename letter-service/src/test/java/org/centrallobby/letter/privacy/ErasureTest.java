package org.centrallobby.letter.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.supporter.EmailAddress;
import org.centrallobby.letter.supporter.Person;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.centrallobby.testbed.Traces;
import org.junit.jupiter.api.Test;

@ServiceTest
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Testbed.Inject
    Broker broker;

    @Testbed.Inject
    Postgres postgres;

    @Inject
    Scene scene;

    @Inject
    SeatFeed feed;

    @Inject
    Clocks clocks;

    @Test
    void afterTheWholeJourneyOfAPersonAnErasureLeavesNothingInAnyColumnOfAnyTableButTheCount() {
        var organisation = TestOrganisation.create("charity", "https://www.example.org");
        var campaign = Scene.liveWithComments(organisation.key());
        var seat = scene.seat();
        var sent = writeAsEira(campaign, seat, "eira.traceable@find.example");
        comment(campaign, scene.confirm(sent), "Nothing else is traceable on my terrace.");
        bring(organisation, "Eira", "Traceable", "eira.traceable@find.example");
        report(sent, "sent");
        report(sent, "bounced");
        var onItsWay = writeAsEira(campaign, scene.seat(), "Eira.Traceable+mp@find.example");
        scene.confirm(onItsWay);
        var waiting = writeAsEira(campaign, scene.seat(), "eira.traceable@find.example");
        var held = writeAsEira(Scene.live(organisation.key()), seat, "eira.traceable@find.example");
        scene.change("update letter set needs_person = true, network = 'eira-network' where id = '%s'".formatted(held));
        scene.confirm(held);
        organisation
                .asProgram()
                .get("/v1/letters/%s/content".formatted(sent))
                .then()
                .statusCode(200);
        organisation
                .asProgram()
                .body(Map.of("email", "eira.traceable@find.example"))
                .post("/v1/supporters/access")
                .then()
                .statusCode(200);
        scene.awaitOutbox();
        assertThat(traces(campaign, seat)).isNotEmpty();
        var counted = statistics(organisation, campaign);
        var mails = mails("eira.traceable@find.example", "Eira.Traceable+mp@find.example");
        assertThat(mails).hasSizeGreaterThanOrEqualTo(8);

        var erasure = organisation
                .asProgram()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("email", "EIRA.traceable@find.example"))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .body("places.find { it.place == 'table letter' }.found", equalTo(4))
                .body("places.find { it.place == 'table confirmation' }.found", equalTo(4))
                .body("places.find { it.place == 'table consent' }.found", equalTo(3))
                .body("places.find { it.place == 'table personal_link' }.found", equalTo(4))
                .body("places.find { it.place == 'table supporter' }.found", equalTo(1))
                .body(
                        "places.findAll { it.place.startsWith('table ') && it.goneBy == null }.remaining",
                        everyItem(equalTo(0)))
                .body("places.find { it.place == 'queue of the mail-service' }.remaining", equalTo(mails.size()))
                .extract()
                .<String>path("id");

        scene.awaitOutbox();
        assertThat(traces(campaign, seat)).isEmpty();
        // One letter lapsed in the campaign; what was counted is counted.
        assertThat(statistics(organisation, campaign)).isEqualTo(counted);
        assertThat(states(sent, onItsWay, waiting, held)).containsExactly("BOUNCED", "CONFIRMED", "LAPSED", "RECALLED");
        var asked = Event.all(broker, Topics.MAIL_REQUESTS).stream()
                .filter(event -> event.type().equals("org.centrallobby.mail.erasure-requested.v1"))
                .filter(event -> mails.contains(event.key()))
                .toList();
        assertThat(asked).extracting(Event::key).containsExactlyInAnyOrderElementsOf(mails);
        var schema = Contract.of("mail-erasure.v1");
        assertThat(asked)
                .allSatisfy(event -> assertThat(schema.violations(String.valueOf(event.data())))
                        .isEmpty());

        // As the mail-service answers where the request was withdrawn, or the mail waited: it ends before it is
        // forgotten.
        mails.forEach(mail -> answer(mail, "recalled"));
        mails.forEach(mail -> answer(mail, "erased"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> organisation
                        .asProgram()
                        .get("/v1/supporters/erasures/" + erasure)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("done"))
                        .body("places.remaining.findAll { it != null }", everyItem(equalTo(0))));
        organisation.asProgram().get("/v1/audit?action=erasure-done").then().body("entries.subject", hasItem(erasure));
        assertThat(states(sent, onItsWay, waiting, held)).containsExactly("BOUNCED", "RECALLED", "LAPSED", "RECALLED");
        assertThat(traces(campaign, seat)).isEmpty();
    }

    @Test
    void aReportOfALetterWhoseWriterIsForgottenMovesItAndWritesToNobody() {
        var organisation = TestOrganisation.create();
        var letter = write(Scene.live(organisation.key()), scene.seat(), "Gone Already", "gone@find.example");
        scene.confirm(letter);
        erase(organisation, "gone@find.example");
        var asked = mails("gone@find.example").size();

        report(letter, "sent");

        assertThat(mails("gone@find.example")).hasSize(asked);
        assertThat(traces(List.of("gone@find.example", "Gone Already"))).isEmpty();
    }

    @Test
    void whoIsForgottenTwiceIsNotKnownTheSecondTimeAndMayWriteAgain() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var seat = scene.seat();
        var first = write(campaign, seat, "Back Again", "back@find.example");
        scene.confirm(first);
        erase(organisation, "back@find.example");

        erase(organisation, "back@find.example");
        organisation
                .asProgram()
                .delete("/v1/supporters?email=back@find.example")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"))
                .body("places.found.findAll { it != null }", everyItem(equalTo(0)));

        var second = write(campaign, seat, "Back Again", "back@find.example");
        scene.confirm(second);
        erase(organisation, "back@find.example");
        assertThat(states(first, second)).containsExactly("CONFIRMED", "CONFIRMED");
    }

    @Test
    void anErasureForgetsNothingOfOthersNotAtAnotherOrganisationNorOfWhomElseReadsTheMailbox() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var other = TestOrganisation.create();
        var elsewhere = write(Scene.live(other.key()), scene.seat(), "Ann Shared", "shared@find.example");
        var ann = write(campaign, scene.seat(), "Ann Shared", "shared@find.example");
        var bob = write(campaign, scene.seat(), "Bob Shared", "shared@find.example");
        Stream.of(elsewhere, ann, bob).forEach(scene::confirm);

        var erasure = organisation
                .asProgram()
                .body(Map.of("email", "shared@find.example", "name", "ANN  shared"))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202)
                .body("places.find { it.place == 'table letter' }.found", equalTo(1))
                .extract()
                .<String>path("id");

        assertThat(scene.rows("select name from letter where id in ('%s', '%s', '%s') order by id"
                        .formatted(elsewhere, ann, bob)))
                .isEqualTo(Arrays.asList("Ann Shared", null, "Bob Shared"));
        other.asProgram().get("/v1/supporters/erasures/" + erasure).then().statusCode(404);
        other.asProgram()
                .body(Map.of("email", "shared@find.example"))
                .post("/v1/supporters/access")
                .then()
                .body("people.size()", equalTo(1))
                .body("people[0].held.letter[0].id", equalTo(elsewhere));
    }

    @Test
    void theReceiptGoesWhenItsTimeIsOver() {
        var organisation = TestOrganisation.create();
        var erasure = erase(organisation, "nobody@find.example");
        organisation
                .asProgram()
                .get("/v1/supporters/erasures/" + erasure)
                .then()
                .body("doneAt.length()", greaterThan(0))
                .body("places.find { it.place.startsWith('topic') }.remaining", nullValue());

        scene.change("update erasure set done_at = now() - interval '2191 days' where id = '%s'".formatted(erasure));
        clocks.run();

        organisation
                .asProgram()
                .get("/v1/supporters/erasures/" + erasure)
                .then()
                .statusCode(404);
    }

    @Test
    void theOperatorForgetsAPersonWhereverTheyAre() {
        var organisation = TestOrganisation.create();
        var other = TestOrganisation.create();
        var stranger = TestOrganisation.create();
        var letters = Stream.of(organisation, other)
                .map(one -> write(Scene.live(one.key()), scene.seat(), "Everywhere", "everywhere@find.example"))
                .toList();

        var answer = TestOrganisation.asOperator()
                .body(Map.of("email", "EVERYWHERE@find.example"))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .body("searched", greaterThan(2))
                .body("erasures.organisation", containsInAnyOrder(organisation.id(), other.id()))
                .body("erasures.mode", everyItem(equalTo("live")))
                .extract()
                .jsonPath();

        letters.forEach(letter -> assertThat(scene.rows("select name from letter where id = '%s'".formatted(letter)))
                .containsOnlyNulls());
        List<String> erasures = answer.getList("erasures.erasure.id");
        TestOrganisation.asOperator()
                .get("/v1/erasures/" + erasures.getFirst())
                .then()
                .statusCode(200)
                .body("places.findAll { it.place == 'table letter' }.remaining", everyItem(equalTo(0)));
        organisation
                .asProgram()
                .get("/v1/audit?action=erasure-asked")
                .then()
                .body("entries.by", equalTo(List.of("platform")));
        stranger.asProgram().get("/v1/audit?action=erasure-asked").then().body("entries.size()", equalTo(0));
        TestOrganisation.asOperator()
                .body(Map.of("email", "everywhere@find.example"))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .body("erasures.size()", equalTo(0));
        TestOrganisation.asOperator()
                .get("/v1/erasures/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private String erase(TestOrganisation organisation, String email) {
        return organisation
                .asProgram()
                .body(Map.of("email", email))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void comment(Scene.Live campaign, String token, String text) {
        given().contentType("application/json")
                .body(Map.of("token", token, "text", text))
                .post("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(202);
    }

    private static void bring(TestOrganisation organisation, String givenName, String familyName, String email) {
        organisation
                .asProgram()
                .body(Map.of(
                        "person",
                        Map.of(
                                "identifiers", List.of("civicrm:eira-traceable"),
                                "given_name", givenName,
                                "family_name", familyName,
                                "email_addresses", List.of(Map.of("address", email, "status", "subscribed")),
                                "central_lobby:consent",
                                        Map.of(
                                                "wording", "Yes, write to me.",
                                                "source", "Sign-up sheet",
                                                "given_at", "2026-09-12T11:00:00Z"))))
                .post("/osdi/v1/people/person_signup_helper")
                .then()
                .statusCode(200);
    }

    private String write(Scene.Live campaign, Scene.Held seat, String name, String email) {
        return scene.write(campaign, seat, Map.of("name", name, "email", email));
    }

    private String writeAsEira(Scene.Live campaign, Scene.Held seat, String email) {
        return scene.write(
                campaign,
                seat,
                Map.of(
                        "name", "Eira Traceable",
                        "email", email,
                        "address", "7 Traceable Terrace\nFindford",
                        "subject", "A traceable subject",
                        "body", "I am Eira, the only traceable one on this terrace, and I mind these cameras."));
    }

    private List<String> traces(Scene.Live campaign, Scene.Held seat) {
        var person = Person.of(
                UUID.fromString(campaign.id()),
                EmailAddress.parse("eira.traceable@find.example").orElseThrow(),
                "Eira Traceable");
        return traces(
                List.of("eira", "traceable", "7 Traceable Terrace", seat.postcode(), person.mailbox(), person.key()));
    }

    private List<String> traces(List<String> texts) {
        return Traces.of(postgres.jdbcUrl("postgres"), texts);
    }

    /** The ids of all mails that were asked for and concern one of the addresses. */
    private List<String> mails(String... addresses) {
        scene.awaitOutbox();
        return Event.all(broker, Topics.MAIL_REQUESTS).stream()
                .filter(event -> Stream.of(addresses)
                        .anyMatch(address -> String.valueOf(event.data()).contains(address)))
                .map(Event::key)
                .distinct()
                .toList();
    }

    private void report(String letter, String outcome) {
        var mail = String.valueOf(scene.rows("select cast(mail as text) from letter where id = '%s'".formatted(letter))
                .getFirst());
        answer(mail, outcome);
        await().atMost(PATIENCE)
                .until(() -> Objects.equals(states(letter).getFirst(), outcome.toUpperCase(Locale.ROOT)));
    }

    private void answer(String mail, String outcome) {
        feed.publish(
                Topics.DELIVERIES, mail, "org.centrallobby.mail.%s.v1".formatted(outcome), Instant.now(), """
                {"mail": "%s", "kind": "letter", "outcome": "%s", "at": "%s", "attempts": 1, "reply": null}""".formatted(
                                mail, outcome, Instant.now()));
    }

    private List<String> states(String... letters) {
        return Stream.of(letters)
                .map(letter -> String.valueOf(scene.rows("select state from letter where id = '%s'".formatted(letter))
                        .getFirst()))
                .toList();
    }

    private static List<Object> statistics(TestOrganisation organisation, Scene.Live campaign) {
        var letters = organisation
                .asProgram()
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return Stream.of("written", "confirmed", "sent", "bounced")
                .map(name -> (Object) letters.getInt("letters." + name))
                .toList();
    }
}
