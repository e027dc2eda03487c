package org.centrallobby.letter.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
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
class RecallTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    SeatFeed feed;

    @Inject
    LetterReports reports;

    @Inject
    LetterJobs jobs;

    private final String email = UUID.randomUUID() + "@example.org";
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
    void aLetterOnItsWayIsBackWhenTheMailServiceSaysSo() {
        var letter = write();
        scene.confirm(letter);

        recall(letter)
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .body("recallAskedAt", notNullValue())
                .body("reason", nullValue());
        recall(letter).statusCode(200);
        scene.awaitOutbox();
        assertThat(Event.of(broker, Topics.MAIL_REQUESTS, mail(letter).toString()))
                .extracting(Event::type)
                .containsExactly("org.centrallobby.mail.requested.v1", "org.centrallobby.mail.recalled.v1");
        assertThat(Contract.of("mail-recall.v1")
                        .violations(String.valueOf(Event.of(
                                        broker,
                                        Topics.MAIL_REQUESTS,
                                        mail(letter).toString())
                                .getLast()
                                .data())))
                .isEmpty();
        assertThat(confirmedInPublic()).isOne();

        reports.note(mail(letter), LetterState.RECALLED, null);

        get(letter).body("state", equalTo("recalled")).body("reason", equalTo("by-organisation"));
        assertThat(scene.mailRequests(broker, email))
                .filteredOn(request -> request.contains("Not sent: Take them down"))
                .singleElement()
                .asString()
                .contains("every morning");
        assertThat(confirmedInPublic()).isZero();
        recall(letter).statusCode(200).body("state", equalTo("recalled"));
    }

    @Test
    void whatWasSentBeforeTheRecallCameIsSent() {
        var letter = write();
        scene.confirm(letter);
        recall(letter).statusCode(200);

        reports.note(mail(letter), LetterState.SENT, "250 2.0.0");
        reports.note(mail(letter), LetterState.RECALLED, null);

        get(letter).body("state", equalTo("sent")).body("recallAskedAt", notNullValue());
        recall(letter).statusCode(409).body("type", endsWith("/letter-not-recallable"));
    }

    @Test
    void aLetterThatNobodyConfirmedIsNoneOfTheOrganisationsToTakeBack() {
        recall(write()).statusCode(409);
    }

    @Test
    void anotherOrganisationTakesNothingBack() {
        var letter = write();
        scene.confirm(letter);

        TestOrganisation.with(TestOrganisation.create().key())
                .post("/v1/letters/%s/recall".formatted(letter))
                .then()
                .statusCode(404);
    }

    @Test
    void whoseLetterWasTakenBackMayWriteAgainAndWhoseWasSentMayNot() {
        var first = write();
        scene.confirm(first);
        // From outside it looks like a letter; none is kept.
        assertThat(scene.rows("select id from letter where id = '%s'".formatted(write())))
                .isEmpty();
        recall(first);
        reports.note(mail(first), LetterState.RECALLED, null);

        var second = write();
        assertThat(confirms(second)).isEqualTo(200);
        reports.note(mail(second), LetterState.SENT, null);
        assertThat(scene.rows("select id from letter where bars and id in ('%s', '%s')".formatted(first, second)))
                .hasSize(1);
        assertThat(confirmedInPublic()).isOne();
    }

    @Test
    void whoseLetterCouldNotBeSentMayWriteAgain() {
        var first = write();
        scene.confirm(first);
        reports.note(mail(first), LetterState.FAILED, "550 5.1.1");

        assertThat(confirms(write())).isEqualTo(200);
        assertThat(confirmedInPublic()).isOne();
    }

    @Test
    void whoseLetterMayHaveArrivedMayNotWriteAgainAndIsToldSo() {
        var first = write();
        scene.confirm(first);
        reports.note(mail(first), LetterState.FAILED, "in-doubt");

        get(first)
                .body("state", equalTo("failed"))
                .body("reason", equalTo("in-doubt"))
                .body("history[-1].detail", equalTo("in-doubt"));
        // From outside it looks like a letter; none is kept.
        assertThat(scene.rows("select id from letter where id = '%s'".formatted(write())))
                .isEmpty();
        var token = Token.random();
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), first));
        given().get("/letter/" + token.value())
                .then()
                .body(containsString("It may have arrived at Ms Scene’s office or not"))
                .body(containsString("We stopped trying without knowing whether it arrived"))
                .body(not(containsString("could not be delivered")));
        assertThat(scene.mailRequests(broker, email))
                .filteredOn(request -> request.contains("Perhaps not delivered: Take them down")
                        && request.contains("you cannot write another one"))
                .hasSize(1);
    }

    @Test
    void aLetterThatWaitsForANewMemberTakesNoPlaceWithTheOneBefore() {
        var toTheOneBefore = write();
        var confirmedLater = write();
        scene.confirm(toTheOneBefore);
        feed.fill(seat.constituency(), seat.member() + 1_000_000, "Mr New", "Mr New", "post");

        scene.confirm(confirmedLater);

        get(confirmedLater).body("state", equalTo("held")).body("reason", equalTo("member-takes-no-email"));
    }

    @Test
    void aWriterTakesALetterBackOnItsPageWithoutAnyScript() {
        var letter = write();
        var token = scene.confirm(letter);
        given().get("/confirm/" + token).then().body(containsString("action=\"/confirm/%s/recall\"".formatted(token)));

        given().redirects()
                .follow(false)
                .post("/confirm/%s/recall".formatted(token))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/confirm/" + token));

        given().get("/confirm/" + token)
                .then()
                .body(containsString("You take your letter back"))
                .body(not(containsString("/recall\"")));
        reports.note(mail(letter), LetterState.RECALLED, null);
        given().get("/confirm/" + token).then().body(containsString("Your letter was not sent"));
        get(letter).body("reason", equalTo("by-writer"));
        assertThat(scene.mailRequests(broker, email))
                .filteredOn(request -> request.contains("Taken back: Take them down"))
                .hasSize(1);
    }

    @Test
    void aWriterTakesBackByTheLinksTokenWhatIsHeldAndWhatIsNotConfirmed() {
        var held = write();
        feed.vacate(seat.constituency());
        var token = scene.confirm(held);
        takeBack(token).statusCode(200).body("status", equalTo("recalled")).body("letter", equalTo(held));
        takeBack(token).statusCode(200);

        feed.fill(seat.constituency(), seat.member(), "Ms Scene", "Ms Scene", "email");
        var unconfirmed = write();
        var link = scene.link(unconfirmed);
        takeBack(link).statusCode(200).body("status", equalTo("lapsed"));

        assertThat(scene.rows("select id from letter where id = '%s' and mailbox = '' and body is null"
                        .formatted(unconfirmed)))
                .hasSize(1);
        given().get("/confirm/" + link).then().body(containsString("Your letter is deleted"));
        takeBack(link).statusCode(409);
        takeBack("x").statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/public/recalls")
                .then()
                .statusCode(422);
    }

    @Test
    void aSentLettersPrivatePageTakesNothingBack() {
        var letter = write();
        scene.confirm(letter);
        var token = Token.random();
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), letter));
        given().get("/letter/" + token.value()).then().body(containsString("/recall\""));
        reports.note(mail(letter), LetterState.SENT, null);
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), letter));

        given().get("/letter/" + token.value()).then().body(not(containsString("/recall\"")));
        given().post("/letter/%s/recall".formatted(token.value())).then().statusCode(409);
        given().post("/letter/unknown/recall").then().statusCode(404);
    }

    @Test
    void aLetterTurnedToSomebodyWhoHasOneFromTheSameWriterIsGivenBack() {
        var other = scene.seat();
        var toOther = scene.write(campaign, other, "Siân O'Brien", email);
        scene.confirm(toOther);
        var held = write();
        feed.vacate(seat.constituency());
        scene.confirm(held);
        feed.fill(seat.constituency(), other.member(), "Ms Scene", "Ms Scene", "email");

        jobs.releaseHeld();

        get(held).body("state", equalTo("recalled")).body("reason", equalTo("already-written"));
        assertThat(scene.mailRequests(broker, email))
                .filteredOn(request -> request.contains("to whom you have written"))
                .hasSize(1);
    }

    @Test
    void whatAPauseHeldGoesWhenTheCampaignCloses() {
        var letter = write();
        step("pause");
        scene.confirm(letter);
        get(letter).body("state", equalTo("held")).body("reason", equalTo("campaign-paused"));

        step("close");
        jobs.releaseHeld();

        get(letter).body("state", equalTo("confirmed"));
    }

    @Test
    void aHeldLetterThatCannotBeSentHoldsUpNoOther() {
        var broken = write();
        var next = scene.write(campaign, seat, "Ann Writer", "ann." + email);
        feed.vacate(seat.constituency());
        scene.confirm(broken);
        scene.confirm(next);
        scene.change("update letter set subject = null where id = '%s'".formatted(broken));
        feed.fill(seat.constituency(), seat.member(), "Ms Scene", "Ms Scene", "email");
        try {
            jobs.releaseHeld();

            get(next).body("state", equalTo("confirmed"));
            get(broken).body("state", equalTo("held"));
        } finally {
            scene.change("update letter set needs_person = true where id = '%s'".formatted(broken));
        }
    }

    @Test
    void anMpsOwnAddressIsRefusedAndTheirNameAloneIsForAPersonToDecide() {
        given().contentType("application/json")
                .body(Map.of(
                        "postcode", seat.postcode(),
                        "name", "Anybody",
                        "email", seat.memberEmail().toUpperCase(java.util.Locale.ROOT),
                        "address", "1 High Street",
                        "subject", "Take them down",
                        "body", "I mind."))
                .post("/v1/public/campaigns/%s/letters".formatted(campaign.slug()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/email"));
        given().contentType("application/json")
                .body(Map.of(
                        "postcode", seat.postcode(),
                        "name", "scene",
                        "email", "sceneo@parliament.uk",
                        "address", "1 High Street",
                        "subject", "Take them down",
                        "body", "I mind."))
                .post("/v1/public/campaigns/%s/letters".formatted(campaign.slug()))
                .then()
                .statusCode(422);

        var namesake = scene.write(campaign, seat, "Ms. Scene", email);
        scene.confirm(namesake);

        get(namesake).body("state", equalTo("held")).body("reason", equalTo("named-like-member"));
    }

    @Test
    void aListIsAskedForByEverythingThatALetterShows() {
        var letter = scene.write(campaign, seat, Map.of("name", "Ann", "email", email, "via", "whatsapp"));
        scene.write(campaign, scene.seat(), "Ben", "ben-" + email);
        var code = seat.constituency().code();
        for (var filter : List.of(
                "constituency=" + code,
                "member=" + seat.member(),
                "channel=whatsapp",
                "state=awaiting-confirmation&constituency=%s&channel=whatsapp&member=%d".formatted(code, seat.member()),
                "channel=whatsapp&writtenAfter=2020-01-01T00:00:00Z&writtenBefore=2100-01-01T00:00:00Z")) {
            list(filter).body("letters.id", equalTo(List.of(letter)));
        }
        list("writtenAfter=2100-01-01T00:00:00Z").body("letters.size()", equalTo(0));
        list("writtenBefore=2020-01-01T00:00:00Z").body("letters.size()", equalTo(0));
        list("writtenBefore=-292275055-05-16T16:47:04Z").body("letters.size()", equalTo(0));
        list("writtenAfter=%2B999999999-12-31T23:59:59Z").body("letters.size()", equalTo(0));
        list("site=www.example.org&heldFor=alike").body("letters.size()", equalTo(0));
        list("writtenAfter=yesterday", 400);
        list("heldFor=Alike", 422);

        var next = list("limit=1&writtenAfter=2020-01-01T00:00:00Z&state=awaiting-confirmation")
                .extract()
                .header("Link");
        assertThat(next).startsWith("</v1/campaigns/").contains("state=awaiting-confirmation", "writtenAfter=");
        TestOrganisation.with(key)
                .urlEncodingEnabled(false)
                .get(next.substring(1, next.indexOf('>')))
                .then()
                .statusCode(200)
                .body("letters.id", equalTo(List.of(letter)))
                .body("next", nullValue());
    }

    private String write() {
        return scene.write(campaign, seat, "Siân O'Brien", email);
    }

    private int confirms(String letter) {
        return given().contentType("application/json")
                .body(Map.of("token", scene.link(letter)))
                .post("/v1/public/confirmations")
                .statusCode();
    }

    private UUID mail(String letter) {
        return (UUID) scene.rows("select mail from letter where id = '%s'".formatted(letter))
                .getFirst();
    }

    private ValidatableResponse recall(String letter) {
        return TestOrganisation.with(key)
                .post("/v1/letters/%s/recall".formatted(letter))
                .then();
    }

    private ValidatableResponse get(String letter) {
        return TestOrganisation.with(key).get("/v1/letters/" + letter).then().statusCode(200);
    }

    private ValidatableResponse list(String filter) {
        return list(filter, 200);
    }

    private ValidatableResponse list(String filter, int status) {
        return TestOrganisation.with(key)
                .urlEncodingEnabled(false)
                .get("/v1/campaigns/%s/letters?%s".formatted(campaign.id(), filter))
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse takeBack(String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/public/recalls")
                .then();
    }

    private void step(String step) {
        TestOrganisation.with(key)
                .post("/v1/campaigns/%s/%s".formatted(campaign.id(), step))
                .then()
                .statusCode(200);
    }

    private int confirmedInPublic() {
        return given().get("/v1/public/campaigns/%s/progress".formatted(campaign.slug()))
                .then()
                .extract()
                .path("confirmed");
    }
}
