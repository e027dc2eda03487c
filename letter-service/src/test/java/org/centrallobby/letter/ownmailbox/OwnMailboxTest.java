package org.centrallobby.letter.ownmailbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.letter.Deadlines;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class OwnMailboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    SeatFeed feed;

    @Inject
    HandoverDesk desk;

    @Inject
    Deadlines deadlines;

    private final String email = UUID.randomUUID() + "@example.org";
    private TestOrganisation organisation;
    private Scene.Live campaign;
    private Scene.Held seat;

    @BeforeEach
    void aLiveCampaign() {
        organisation = TestOrganisation.create();
        campaign = Scene.live(organisation.key());
        seat = scene.seat();
    }

    @Test
    void aLetterIsHandedToItsWriterWholeAndCountsWhenTheySayThatItIsSent() {
        var receipt = handOver()
                .body("status", equalTo("awaiting-sender"))
                .body("ownMailbox.to", equalTo(seat.memberEmail()))
                .body("ownMailbox.copyTo", matchesPattern("copy-[a-z2-7]{39}@copies\\.example\\.org"))
                .body("ownMailbox.subject", equalTo("Take them down"))
                .body(
                        "ownMailbox.text",
                        startsWith("Dear Ms Scene,\n\nI mind.\n\nYours sincerely,\n\nAnn Writer\n1 High Street\n"
                                + seat.postcode() + "\n\n-- \n"))
                .body("share.url", startsWith("https://letters.example.org/c/" + campaign.slug() + "?from="))
                .extract()
                .jsonPath();
        progress(0, 0);
        statistics().body("ownMailbox.awaiting", equalTo(1)).body("letters.awaitingConfirmation", equalTo(0));

        said(receipt).statusCode(200).body("status", equalTo("sent-by-writer"));
        said(receipt).statusCode(200).body("status", equalTo("sent-by-writer"));

        progress(1, 1);
        statistics()
                .body("letters.written", equalTo(1))
                .body("letters.confirmed", equalTo(1))
                .body("letters.sent", equalTo(0))
                .body("letters.onTheirWay", equalTo(0))
                .body("ownMailbox.awaiting", equalTo(0))
                .body("ownMailbox.said", equalTo(1))
                .body("ownMailbox.copied", equalTo(0))
                .body("members.reached", equalTo(0))
                .body("channels", empty())
                .body("timeToConfirm.within", empty());
        letter(receipt)
                .body("state", equalTo("sent-by-writer"))
                .body("reason", equalTo("said"))
                .body("way", equalTo("own-mailbox"))
                .body("history.state", equalTo(List.of("awaiting-sender", "sent-by-writer")));
        // Nobody has confirmed the address: nothing is mailed to it, and no consent is taken from it.
        assertThat(scene.mailRequests(broker, email)).isEmpty();
        assertThat(scene.rows("select letter from consent where letter = '%s'".formatted(receipt.getString("id"))))
                .isEmpty();
        var announced = Event.of(broker, Topics.LETTERS, receipt.getString("id"));
        assertThat(announced)
                .allSatisfy(event -> assertThat(Contract.of("letter.v1").violations(String.valueOf(event.data())))
                        .isEmpty())
                .extracting(Event::type)
                .containsExactly("org.centrallobby.letter.written.v1", "org.centrallobby.letter.sent-by-writer.v1");
        assertThat(announced.getLast().data()).contains("\"ownMailbox\":\"said\"");
    }

    @Test
    void aCopyCountsByItselfAndMakesSurerWhatWasSaid() {
        var copied = handOver().extract().jsonPath();
        copy(copied.getString("id"));
        awaitState(copied, "copy");
        progress(1, 1);

        seat = scene.seat();
        var said = handOver().extract().jsonPath();
        said(said).statusCode(200);
        copy(said.getString("id"));
        awaitState(said, "copy");
        copy(said.getString("id"));
        // Whatever is on the topic behind a copy that counts no more.
        var behind = handOver("Bob Writer").extract().jsonPath();
        copy(UUID.randomUUID().toString());
        feed.publish(
                Topics.DELIVERIES,
                said.getString("id"),
                "org.centrallobby.mail.copy-received.v1",
                Instant.now(),
                "{\"letter\": 5}");
        copy(behind.getString("id"));
        awaitState(behind, "copy");

        said(copied).statusCode(200);
        progress(3, 3);
        statistics()
                .body("ownMailbox.said", equalTo(0))
                .body("ownMailbox.copied", equalTo(3))
                .body("members.reached", equalTo(2));
        letter(said).body("history.detail", equalTo(java.util.Arrays.asList(null, "said", "copy")));
    }

    @Test
    void whoeverDoesNotSendItInSevenDaysIsNotCountedAndTheTextIsGone() {
        var receipt = handOver().extract().jsonPath();
        var id = receipt.getString("id");
        scene.change("update letter set deadline = now() where id = '%s'".formatted(id));
        scene.change("update handover set expires_at = now() where letter = '%s'".formatted(id));

        said(receipt).statusCode(410).body("type", endsWith("/confirmation-expired"));
        deadlines.end();
        desk.copied(UUID.fromString(id));

        letter(receipt).body("state", equalTo("lapsed"));
        assertThat(scene.rows(
                        "select id from letter where id = '%s' and body is null and text is null and email is null"
                                .formatted(id)))
                .hasSize(1);
        progress(0, 0);
    }

    @Test
    void onlyWhoeverWasGivenTheLetterCanSayThatItIsSent() {
        var receipt = handOver().extract().jsonPath();
        var other = handOver().extract().jsonPath();

        said(receipt.getString("id"), other.getString("ownMailbox.token"))
                .statusCode(404)
                .body("type", endsWith("/unknown-letter"));
        said(receipt.getString("id"), "").statusCode(404);
        said(UUID.randomUUID().toString(), receipt.getString("ownMailbox.token"))
                .statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/public/letters/%s/sent".formatted(receipt.getString("id")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/token"));
        var mailed = scene.write(campaign, scene.seat(), "Ann Writer", email);
        said(mailed, receipt.getString("ownMailbox.token")).statusCode(404);
        progress(0, 0);
    }

    @Test
    void oneOfTwoThatAPersonSendsThemselvesCountsHoweverSimultaneouslyTheySaySo() throws Exception {
        var receipts =
                List.of(handOver().extract().jsonPath(), handOver().extract().jsonPath());

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(receipts.stream()
                    .<Callable<Integer>>map(
                            receipt -> () -> said(receipt).extract().statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        progress(1, 1);
        assertThat(scene.rows("select state, reason from letter where campaign = '%s' order by state"
                        .formatted(campaign.id())))
                .extracting(row -> List.of((Object[]) row))
                .containsExactly(List.of("LAPSED", "already-written"), List.of("SENT_BY_WRITER", "said"));
    }

    @Test
    void whoWaitsForTheMailMaySendItThemselvesInstead() {
        var mailed = scene.write(campaign, seat, "Ann Writer", email);
        var receipt = handOver().extract().jsonPath();

        said(receipt).statusCode(200);
        progress(1, 1);

        // Whoever can read the mailbox has the last word: what anybody can say bars nobody.
        scene.confirm(mailed);
        progress(1, 0);
        letter(receipt).body("state", equalTo("recalled")).body("reason", equalTo("replaced"));
        said(receipt).statusCode(200);
        copy(receipt.getString("id"));
        progress(1, 0);
        assertThat(scene.mailRequests(broker, seat.memberEmail())).hasSize(1);
    }

    @Test
    void whoHasConfirmedOneIsGivenAnotherThatDoesNotCount() {
        scene.confirm(scene.write(campaign, seat, "Ann Writer", email));
        var receipt = handOver()
                .body("ownMailbox.to", equalTo(seat.memberEmail()))
                .extract()
                .jsonPath();

        said(receipt).statusCode(200);
        desk.copied(UUID.fromString(receipt.getString("id")));

        progress(1, 0);
        assertThat(scene.rows("select id from letter where id = '%s'".formatted(receipt.getString("id"))))
                .isEmpty();
    }

    @Test
    void aStrangerWhoSaysSoBarsNobodysWay() {
        said(handOver().extract().jsonPath()).statusCode(200);

        var mailed = scene.write(campaign, seat, "Ann Writer", email);
        scene.confirm(mailed);

        assertThat(scene.rows("select state from letter where id = '%s'".formatted(mailed)))
                .isEqualTo(List.of("CONFIRMED"));
        progress(1, 0);
    }

    @Test
    void theSameIsAskedOfItAsOfAnyOther() {
        var request = new HashMap<>(request("Ann Writer"));
        request.remove("address");
        write(request).statusCode(422).body("errors.pointer", equalTo(List.of("#/address")));
        request.put("address", "1 High Street");
        request.put("way", "by-pigeon");
        write(request).statusCode(422);

        feed.fill(seat.constituency(), seat.member(), "Ms Scene", "Ms Scene", "post");
        write(request("Ann Writer")).statusCode(409).body("type", endsWith("/member-takes-no-email"));
        feed.vacate(seat.constituency());
        write(request("Ann Writer")).statusCode(409).body("type", endsWith("/seat-not-filled"));
        organisation.asProgram().post("/v1/campaigns/%s/pause".formatted(campaign.id()));
        write(request("Ann Writer")).statusCode(409).body("type", endsWith("/campaign-not-open"));
    }

    @Test
    void aCampaignMayKeepTheSendingToThePlatform() {
        given().get("/v1/public/campaigns/" + campaign.slug()).then().body("ownMailbox", equalTo(true));
        organisation
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("ownMailbox", false))
                .patch("/v1/campaigns/" + campaign.id())
                .then()
                .statusCode(200)
                .body("ownMailbox", equalTo(false))
                .body("version", equalTo(2));

        given().get("/v1/public/campaigns/" + campaign.slug()).then().body("ownMailbox", equalTo(false));
        write(request("Ann Writer")).statusCode(409).body("type", endsWith("/own-mailbox-not-offered"));
        scene.write(campaign, seat, "Ann Writer", email);
    }

    @Test
    void whereAPersonLooksAtLettersThatAreAlikeNoneIsGivenOutOfHand() {
        var request = new HashMap<>(TestCampaign.request());
        request.put("ownWords", Map.of("personalLine", false, "alikeLimit", 50, "whenAlike", "hold"));
        campaign = live(organisation.key(), request);
        var letter = new HashMap<>(request("Ann Writer"));
        letter.put(
                "body",
                TestCampaign.BODY.replace(
                        "{constituency.name}", seat.constituency().name()));

        write(letter).statusCode(409).body("type", endsWith("/too-alike"));
        letter.put("way", "platform");
        write(letter).statusCode(202);
    }

    @Test
    void inATestCampaignItGoesToItsWriterAndReachesNoMember() {
        var key = organisation
                .asProgram()
                .body(Map.of(
                        "label",
                        "Trying out",
                        "mode",
                        "test",
                        "scopes",
                        List.of("campaigns:read", "campaigns:write", "letters:read")))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("secret");
        campaign = live(key, TestCampaign.request());

        handOver().body("ownMailbox.to", equalTo(email)).body("ownMailbox.subject", equalTo("[TEST] Take them down"));
    }

    @Test
    void itIsToldAndForgottenLikeAnyOther() {
        var receipt = handOver().extract().jsonPath();
        var waiting = handOver().extract().jsonPath();
        said(receipt).statusCode(200);
        organisation
                .asProgram()
                .body(Map.of("email", email))
                .post("/v1/supporters/access")
                .then()
                .body("people[0].held.letter.data.letter.state", equalTo(List.of("sent-by-writer", "awaiting-sender")))
                .body("people[0].held.letter.data.letter.way", equalTo(Collections.nCopies(2, "own-mailbox")));

        organisation
                .asProgram()
                .body(Map.of("email", email))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202)
                .body("places.find { it.place == 'table handover' }.found", equalTo(2))
                .body("places.find { it.place == 'table handover' }.remaining", equalTo(0));

        letter(waiting).body("state", equalTo("lapsed"));
        letter(receipt).body("state", equalTo("sent-by-writer"));
        said(waiting).statusCode(404);
        progress(1, 1);
    }

    @Test
    void whatIsFoundToBeNobodysCountsNoLonger() {
        var receipt = handOver().extract().jsonPath();
        said(receipt).statusCode(200);
        copy(receipt.getString("id"));
        awaitState(receipt, "copy");

        organisation
                .asProgram()
                .body(Map.of("letters", List.of(receipt.getString("id"))))
                .post("/v1/campaigns/%s/invalidations".formatted(campaign.id()))
                .then()
                .statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> progress(0, 0));
        statistics().body("ownMailbox.copied", equalTo(0)).body("letters.confirmed", equalTo(0));
        organisation
                .asProgram()
                .post("/v1/letters/%s/recall".formatted(receipt.getString("id")))
                .then()
                .statusCode(409);
        // It was found to be nobody's, not the person whose name was used.
        scene.confirm(scene.write(campaign, seat, "Ann Writer", email));
        progress(1, 0);
    }

    @Test
    void anExportTellsItApart() {
        said(handOver().extract().jsonPath()).statusCode(200);

        assertThat(organisation
                        .asProgram()
                        .get("/v1/campaigns/%s/export?state=sent-by-writer".formatted(campaign.id()))
                        .asString()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",sent-by-writer,")
                .endsWith(",said");
    }

    private ValidatableResponse handOver() {
        return handOver("Ann Writer");
    }

    private ValidatableResponse handOver(String name) {
        return write(request(name)).statusCode(202);
    }

    private Map<String, Object> request(String name) {
        return Map.of(
                "postcode", seat.postcode(),
                "name", name,
                "email", email,
                "address", "1 High Street",
                "subject", "Take them down",
                "body", "I mind.",
                "consent", true,
                "via", "whatsapp",
                "way", "own-mailbox");
    }

    private ValidatableResponse write(Map<String, Object> letter) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(letter)
                .post("/v1/public/campaigns/%s/letters".formatted(campaign.slug()))
                .then();
    }

    private static Scene.Live live(String key, Map<String, Object> request) {
        var id = TestOrganisation.with(key)
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        TestOrganisation.with(key)
                .post("/v1/campaigns/%s/publish".formatted(id))
                .then()
                .statusCode(200);
        return new Scene.Live(id, String.valueOf(request.get("slug")));
    }

    private static ValidatableResponse said(JsonPath receipt) {
        return said(receipt.getString("id"), receipt.getString("ownMailbox.token"));
    }

    private static ValidatableResponse said(String letter, String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/public/letters/%s/sent".formatted(letter))
                .then();
    }

    private void copy(String letter) {
        feed.publish(
                Topics.DELIVERIES,
                letter,
                "org.centrallobby.mail.copy-received.v1",
                Instant.now(),
                "{\"letter\": \"%s\", \"at\": \"%s\"}".formatted(letter, Instant.now()));
    }

    private void awaitState(JsonPath receipt, String mark) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        letter(receipt).body("state", equalTo("sent-by-writer")).body("reason", equalTo(mark)));
    }

    private ValidatableResponse letter(JsonPath receipt) {
        return organisation
                .asProgram()
                .get("/v1/letters/" + receipt.getString("id"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse statistics() {
        return organisation
                .asProgram()
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .statusCode(200);
    }

    private void progress(int all, int ownMailbox) {
        given().get("/v1/public/campaigns/%s/progress".formatted(campaign.slug()))
                .then()
                .body("confirmed", equalTo(all))
                .body("ownMailbox", equalTo(ownMailbox));
    }
}
