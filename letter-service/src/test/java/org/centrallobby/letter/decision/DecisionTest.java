package org.centrallobby.letter.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.ChosenLetters;
import org.centrallobby.letter.letter.LetterReports;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class DecisionTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    LetterReports reports;

    @Inject
    DecisionJob job;

    @Inject
    ChosenLetters chosen;

    private final String domain = "d%s.example".formatted(UUID.randomUUID());
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
    void whatIsNobodysCountsNoLongerAndIsTakenBackWhereItCanBe() {
        var honest = confirmed("Honest", "example.org");
        var unconfirmed = write("Waits", domain);
        var queued = confirmed("Queued", domain);
        var sent = confirmed("Sent", domain);
        report(sent, LetterState.SENT);
        var before = confirmed("Recalled", domain);
        recall(before);
        report(before, LetterState.RECALLED);

        invalidate(Map.of("emailDomain", domain, "dryRun", true))
                .statusCode(200)
                .body("letters", equalTo(4))
                .body(
                        "parts.collect { it.state }.sort()",
                        equalTo(List.of("awaiting-confirmation", "confirmed", "recalled", "sent")));
        var id = invalidate(Map.of("emailDomain", domain.toUpperCase(java.util.Locale.ROOT)))
                .statusCode(202)
                .body("letters", equalTo(4))
                .header("Location", notNullValue())
                .extract()
                .<String>path("id");
        carryOut();

        status("invalidations", id)
                .body("finishedAt", notNullValue())
                .body("uncounted", equalTo(3))
                .body("recallAsked", equalTo(1))
                .body("recalled", equalTo(0))
                .body("lapsed", equalTo(1))
                .body("sent", equalTo(1));
        assertThat(statistics())
                .containsEntry("written", 1)
                .containsEntry("confirmed", 1)
                .containsEntry("sent", 0);
        letter(unconfirmed).body("state", equalTo("lapsed")).body("invalidatedAt", notNullValue());
        letter(sent).body("state", equalTo("sent")).body("invalidatedAt", notNullValue());
        letter(honest).body("invalidatedAt", nullValue());
        assertThat(scene.rows("select id from letter where id = '%s' and email is null and body is null"
                        .formatted(unconfirmed)))
                .hasSize(1);

        // What happens to them from now on counts neither.
        report(queued, LetterState.RECALLED);
        report(sent, LetterState.BOUNCED);
        letter(queued).body("state", equalTo("recalled")).body("reason", equalTo("invalidated"));
        assertThat(statistics())
                .containsEntry("confirmed", 1)
                .containsEntry("recalled", 0)
                .containsEntry("bounced", 0);
        for (var name : List.of("Queued", "Sent", "Recalled")) {
            var again = write(name, domain);
            assertThat(scene.rows("select id from letter where id = '%s'".formatted(again)))
                    .as(name)
                    .isEmpty();
        }
        assertThat(scene.rows("select people from audit_entry where subject = '%s'".formatted(id)))
                .hasToString("[4]");
    }

    @Test
    void whatWasBuiltOnALetterThatIsNobodysFallsWithIt() {
        campaign = Scene.liveWithComments(key);
        var honest = confirmed("Honest", "example.org");
        var letter = write("Sent", domain);
        var token = scene.confirm(letter);
        report(letter, LetterState.SENT);
        var comment = given().contentType("application/json")
                .body(Map.of("token", token, "text", "I mind."))
                .post("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        TestOrganisation.with(key)
                .post("/v1/comments/%s/approve".formatted(comment))
                .then()
                .statusCode(200);
        var silent = write("Silent", domain);
        var silentToken = scene.confirm(silent);
        report(silent, LetterState.BOUNCED);
        wall().body("comments.id", contains(comment));
        hook("letter.invalidated");

        invalidate(Map.of("emailDomain", domain)).statusCode(202);
        carryOut();

        wall().body("comments", empty());
        given().contentType("application/json")
                .body(Map.of("token", silentToken, "text", "Me too."))
                .post("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(404);
        assertThat(exported("supporters", ""))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(honest);
        TestOrganisation.with(key)
                .get("/osdi/v1/people/" + letter)
                .then()
                .statusCode(200)
                .body("email_addresses.status", contains("unsubscribed"));
        var told = scene.rows("""
                select body from webhook_delivery where campaign = '%s' and type = 'letter.invalidated' order by id""".formatted(campaign.id()));
        assertThat(told)
                .hasSize(2)
                .first(InstanceOfAssertFactories.STRING)
                .contains("letter.invalidated", letter, "\"sent\"");
        var counted = exported("letters", "").stream()
                .filter(line -> JsonPath.from(line).get("invalidatedAt") == null)
                .toList();
        assertThat(counted).singleElement(InstanceOfAssertFactories.STRING).contains(honest);
        assertThat(statistics()).containsEntry("confirmed", counted.size());
        assertThat(exported("letters", "&updatedAfter=" + invalidatedAt(letter)))
                .filteredOn(line -> line.contains(letter))
                .hasSize(1);
    }

    @Test
    void whoeverReadsTheTopicHearsOfAnInvalidationToo() {
        var letter = confirmed("Sent", domain);
        report(letter, LetterState.SENT);

        invalidate(Map.of("emailDomain", domain)).statusCode(202);
        carryOut();
        scene.awaitOutbox();

        assertThat(Event.of(broker, Topics.LETTERS, letter).getLast()).satisfies(event -> {
            assertThat(event.type()).isEqualTo("org.centrallobby.letter.invalidated.v1");
            assertThat(Contract.of("letter.v1").violations(String.valueOf(event.data())))
                    .isEmpty();
            assertThat(JsonPath.from(event.data()).getString("state")).isEqualTo("sent");
        });
    }

    @Test
    void aConsentThatIsNobodysIsNobodysWithdrawal() {
        var letter = confirmed("Sent", domain);
        report(letter, LetterState.SENT);
        invalidate(Map.of("emailDomain", domain)).statusCode(202);
        carryOut();

        TestOrganisation.with(key)
                .body("""
                        {"person": {"given_name": "Sent", "email_addresses": [{"address": "sent@%s"}],
                         "central_lobby:consent": {"wording": "Yes.", "source": "A fair", "given_at": "2026-09-12T11:00:00Z"}}}""".formatted(domain))
                .post("/osdi/v1/people/person_signup_helper")
                .then()
                .statusCode(200)
                .body("email_addresses[0].status", equalTo("subscribed"));
    }

    @Test
    void lettersAreChosenByNetworkLetterPlaceTimeAndId() {
        var one = write("One", domain);
        var two = write("Two", domain);
        var elsewhere = scene.write(campaign, scene.seat(), "Three", "three@" + domain);
        scene.change("update letter set network = 'n-%s' where id in ('%s', '%s')".formatted(domain, one, elsewhere));

        found(2, Map.of("network", "n-" + domain));
        found(2, Map.of("letter", one));
        found(1, Map.of("letter", one, "constituency", seat.constituency().code()));
        found(2, Map.of("letters", List.of(one, two)));
        found(3, Map.of("writtenAfter", "2020-01-01T00:00:00Z"));
        found(0, Map.of("writtenBefore", "2020-01-01T00:00:00Z"));
        found(0, Map.of("network", "another"));
        scene.change("update letter set network = null where id = '%s'".formatted(two));
        invalidate(Map.of("letter", two)).statusCode(422).body("errors[0].pointer", equalTo("#/letter"));
        invalidate(Map.of()).statusCode(422);
        invalidate(Map.of("emailDomain", "x@y.example")).statusCode(422);
        invalidate(Map.of("letters", List.of())).statusCode(422);
    }

    @Test
    void aCrashInTheMiddleOfABatchLeavesNothingHalfDoneAndTheRestFollows() {
        var letters = new ArrayList<UUID>();
        for (var name : List.of("Ann", "Ben", "Cem", "Dee", "Eve")) {
            letters.add(UUID.fromString(confirmed(name, domain)));
        }
        var id = invalidate(Map.of("emailDomain", domain)).extract().<String>path("id");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    chosen.invalidate(letters.subList(0, 2));
                    throw new IllegalStateException("the process died");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scene.rows("select id from letter where invalidated_at is not null and campaign = '%s'"
                        .formatted(campaign.id())))
                .isEmpty();

        job.carryOut(2);
        carryOut();

        status("invalidations", id).body("uncounted", equalTo(5)).body("finishedAt", notNullValue());
        assertThat(statistics()).containsEntry("written", 0).containsEntry("confirmed", 0);
        // Once more finds nothing and takes nothing back twice.
        invalidate(Map.of("emailDomain", domain)).statusCode(202).body("letters", equalTo(0));
        carryOut();
        assertThat(statistics()).containsEntry("written", 0).containsEntry("confirmed", 0);
    }

    @Test
    void aDecisionThatCannotBeCarriedOutHoldsUpNoLaterOne() {
        confirmed("Ann", domain);
        var broken =
                invalidate(Map.of("emailDomain", "nobody.example")).extract().<String>path("id");
        scene.change("update decision set kind = 'UNKNOWN', finished_at = null where id = '%s'".formatted(broken));
        try {
            var later = invalidate(Map.of("emailDomain", domain)).extract().<String>path("id");

            await().untilAsserted(() -> {
                job.carryOut(2);
                status("invalidations", later).body("finishedAt", notNullValue());
            });
        } finally {
            scene.change("update decision set finished_at = now() where id = '%s'".formatted(broken));
        }
    }

    @Test
    void aWholeCampaignIsTakenBackAtOnce() {
        var waiting = write("Waits", domain);
        confirmed("Queued", domain);
        var sent = confirmed("Sent", domain);
        report(sent, LetterState.SENT);
        var held = write("Held", domain);
        step("pause");
        scene.confirm(held);

        var id = TestOrganisation.with(key)
                .post("/v1/campaigns/%s/recalls".formatted(campaign.id()))
                .then()
                .statusCode(202)
                .body("letters", equalTo(2))
                .extract()
                .<String>path("id");
        carryOut();

        status("recalls", id)
                .body("recalled", equalTo(1))
                .body("recallAsked", equalTo(1))
                .body("sent", equalTo(0));
        letter(held).body("state", equalTo("recalled")).body("reason", equalTo("by-organisation"));
        letter(waiting).body("state", equalTo("awaiting-confirmation"));
        letter(sent).body("recallAskedAt", nullValue());
    }

    @Test
    void anotherOrganisationDecidesNothingHereAndLearnsNothing() {
        var id = invalidate(Map.of("emailDomain", domain)).extract().<String>path("id");
        var stranger = TestOrganisation.with(TestOrganisation.create().key());

        stranger.body(Map.of("emailDomain", domain))
                .post("/v1/campaigns/%s/invalidations".formatted(campaign.id()))
                .then()
                .statusCode(404);
        TestOrganisation.with(TestOrganisation.create().key())
                .get("/v1/campaigns/%s/invalidations/%s".formatted(campaign.id(), id))
                .then()
                .statusCode(404);
        var other = Scene.live(key);
        TestOrganisation.with(key)
                .get("/v1/campaigns/%s/invalidations/%s".formatted(other.id(), id))
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
        given().post("/v1/campaigns/%s/recalls".formatted(campaign.id())).then().statusCode(401);
    }

    private String write(String name, String at) {
        return scene.write(campaign, seat, name, "%s@%s".formatted(name, at));
    }

    private String confirmed(String name, String at) {
        var letter = write(name, at);
        scene.confirm(letter);
        return letter;
    }

    private ValidatableResponse wall() {
        return given().get("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(200);
    }

    private void hook(String event) {
        TestOrganisation.with(key)
                .body(Map.of("url", "https://hooks.example.org/letters", "events", List.of(event)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private List<String> exported(String of, String further) {
        return TestOrganisation.with(key)
                .get("/v1/campaigns/%s/export?format=ndjson&of=%s%s".formatted(campaign.id(), of, further))
                .asString()
                .lines()
                .toList();
    }

    private String invalidatedAt(String letter) {
        return letter(letter).extract().path("invalidatedAt");
    }

    private void report(String letter, LetterState state) {
        var mail = scene.rows("select mail from letter where id = '%s'".formatted(letter))
                .getFirst();
        reports.note((UUID) mail, state, null);
    }

    private void recall(String letter) {
        TestOrganisation.with(key)
                .post("/v1/letters/%s/recall".formatted(letter))
                .then()
                .statusCode(200);
    }

    private void carryOut() {
        // The scheduler's own run may hold the lock for a moment.
        while (!scene.rows("select id from decision where finished_at is null").isEmpty()) {
            job.carryOut(2);
        }
    }

    private ValidatableResponse invalidate(Map<String, Object> body) {
        return TestOrganisation.with(key)
                .body(body)
                .post("/v1/campaigns/%s/invalidations".formatted(campaign.id()))
                .then();
    }

    private void found(int letters, Map<String, Object> body) {
        var dry = new HashMap<>(body);
        dry.put("dryRun", true);
        invalidate(dry).statusCode(200).body("letters", equalTo(letters));
    }

    private ValidatableResponse status(String kind, String id) {
        return TestOrganisation.with(key)
                .get("/v1/campaigns/%s/%s/%s".formatted(campaign.id(), kind, id))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse letter(String id) {
        return TestOrganisation.with(key).get("/v1/letters/" + id).then().statusCode(200);
    }

    private Map<String, Object> statistics() {
        return TestOrganisation.with(key)
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .extract()
                .jsonPath()
                .getMap("letters");
    }

    private void step(String step) {
        TestOrganisation.with(key)
                .post("/v1/campaigns/%s/%s".formatted(campaign.id(), step))
                .then()
                .statusCode(200);
    }
}
