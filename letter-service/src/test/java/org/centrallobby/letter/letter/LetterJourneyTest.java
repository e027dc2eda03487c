package org.centrallobby.letter.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.confirmation.Reminding;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.FakeMpLookup;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.privacy.Clocks;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LetterJourneyTest {
    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]{43})");
    private static final Pattern PAGE = Pattern.compile("/letter/([A-Za-z0-9_-]{43})");
    private static final Pattern CODE = Pattern.compile("letter: ([0-9]{6})");
    private static final AtomicInteger NUMBER = new AtomicInteger(7_000);

    @Testbed.Inject
    Broker broker;

    @Inject
    Stage stage;

    @Inject
    FakeMpLookup lookup;

    @Inject
    SeatFeed feed;

    @Inject
    LetterJobs jobs;

    @Inject
    Clocks clocks;

    @Inject
    LetterReports reports;

    @Inject
    LetterPages pages;

    @Inject
    ConfirmationDesk confirmations;

    @Inject
    Reminding reminders;

    @Inject
    ObjectMapper json;

    private final int number = NUMBER.incrementAndGet();
    private final String slug = "no-cameras-" + number;
    private final String email = "sian%d@example.org".formatted(number);
    private final String postcode = "E%d 7AA".formatted(number);
    private final Constituency seat = new Constituency("E1400%d".formatted(number), "Testford " + number, null);
    private UUID campaign = new UUID(0, 0);

    @BeforeEach
    void layOut() {
        campaign = stage.campaign(slug);
        lookup.lay(postcode, seat);
        feed.fill(seat, number, "Sir Iain Example", "Sir Iain", "email");
    }

    @AfterEach
    void repair() {
        lookup.down(false);
    }

    @Test
    void aLetterGoesToTheMemberOnceItsWriterConfirmsIt() {
        get("/mp?postcode=" + postcode)
                .statusCode(200)
                .body("constituency.code", equalTo(seat.code()))
                .body("seat.status", equalTo("filled"))
                .body("seat.member.name", equalTo("Sir Iain Example"))
                .body("seat.member.delivery", equalTo("email"))
                .body("candidates", hasSize(0))
                .body(not(containsString("mp.example")));

        var preview = post("/preview", Map.of("postcode", postcode, "name", "Siân O'Brien", "address", "1 High Street"))
                .statusCode(200)
                .body("greeting", equalTo("Dear Sir Iain,"))
                .body("subject", equalTo("Cameras in Testford " + number))
                .body("body", equalTo("As Sir Iain Example knows, cameras are everywhere."))
                .extract();
        var letter = write(letter())
                .statusCode(202)
                .body("status", equalTo("awaiting-confirmation"))
                .extract()
                .<String>path("id");
        var mail = mails(email, "confirmation").getFirst();
        get(url("/progress")).statusCode(200).body("confirmed", equalTo(0)).body("goal", equalTo(100));

        // What a mail scanner does.
        given().get("/confirm/" + token(mail));
        given().get("/v1/public/confirmations").then().statusCode(405);
        assertThat(states(letter)).containsExactly("AWAITING_CONFIRMATION");

        confirm(token(mail)).statusCode(200).body("letter", equalTo(letter)).body("status", equalTo("confirmed"));
        confirm(token(mail)).statusCode(200).body("status", equalTo("confirmed"));

        var sent = mails("mp%d@mp.example".formatted(number), "letter");
        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.at("/from/name").asText()).isEqualTo("Siân O'Brien");
            assertThat(request.at("/replyTo/address").asText()).isEqualTo(email);
            assertThat(request.at("/to/name").asText()).isEqualTo("Sir Iain Example");
            assertThat(request.at("/subject").asText()).isEqualTo("Cameras, please {member.name} go");
            assertThat(request.at("/text").asText())
                    .startsWith(
                            "Dear Sir Iain,\n\nI mean it.\n\nYours sincerely,\n\nSiân O'Brien\n1 High Street\nTestford\n"
                                    + postcode + "\n\n-- \n")
                    .contains("Tell Parliament");
            assertThat(request.at("/automatic").asBoolean()).isFalse();
        });
        assertThat(preview.<String>path("text"))
                .startsWith("Dear Sir Iain,\n\nAs Sir Iain")
                .endsWith(slug + "\n");
        assertThat(announced(letter)).containsExactly("written", "confirmed");
        get(url("/progress"))
                .body("confirmed", equalTo(1))
                .body("constituencies", hasSize(1))
                .body("constituencies[0].code", equalTo(seat.code()))
                .body("constituencies[0].name", equalTo(seat.name()))
                .body("constituencies[0].confirmed", equalTo(1));
        assertThat(stage.rows("select wording, given, email, mode from consent where letter = '%s'".formatted(letter)))
                .singleElement()
                .isEqualTo(new Object[] {
                    "Keep me informed Leave the box empty if you do not want this; every message says how to stop them.",
                    true,
                    email,
                    "SOFT_OPT_IN"
                });
    }

    @Test
    void theCodeConfirmsTooAndAWrongOneSaysHowManyTriesAreLeft() {
        var letter = write(letter()).extract().<String>path("id");
        var code = find(CODE, mails(email, "confirmation").getFirst());
        var wrong = code.equals("000000") ? "000001" : "000000";

        confirm(letter, wrong)
                .statusCode(422)
                .body("type", endsWith("/wrong-code"))
                .body("attemptsLeft", equalTo(4));
        confirm(letter, code).statusCode(200).body("status", equalTo("confirmed"));
    }

    @Test
    void afterFiveWrongCodesOnlyTheLinkWorks() {
        var letter = write(letter()).extract().<String>path("id");
        var mail = mails(email, "confirmation").getFirst();
        var code = find(CODE, mail);
        var wrong = code.equals("000000") ? "000001" : "000000";

        Stream.of(4, 3, 2, 1, 0)
                .forEach(left -> confirm(letter, wrong).statusCode(422).body("attemptsLeft", equalTo(left)));

        confirm(letter, code).statusCode(422);
        confirm(token(mail)).statusCode(200);
    }

    @Test
    void twoConfirmationsAtOnceSendOneLetter() throws Exception {
        write(letter());
        var token = token(mails(email, "confirmation").getFirst());

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(
                    8, () -> confirm(token).extract().statusCode()));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(mails("mp%d@mp.example".formatted(number), "letter")).hasSize(1);
        get(url("/progress")).body("confirmed", equalTo(1));
    }

    @Test
    void twoLettersOfOnePersonConfirmedAtOnceSendOne() throws Exception {
        write(letter());
        write(letter());
        var tokens = mails(email, "confirmation", 2).stream()
                .map(LetterJourneyTest::token)
                .toList();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(tokens.stream()
                    .<java.util.concurrent.Callable<Integer>>map(
                            token -> () -> confirm(token).extract().statusCode())
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }

        assertThat(mails("mp%d@mp.example".formatted(number), "letter")).hasSize(1);
    }

    @Test
    void whoeverHasWrittenIsToldByMailAndNobodyElseLearnsIt() {
        write(letter());
        confirm(token(mails(email, "confirmation").getFirst())).statusCode(200);
        var repeated = new HashMap<>(letter());
        repeated.put("name", "sian  o’brien");
        repeated.put("email", "SIAN%d+again@example.org".formatted(number));

        var id = write(repeated)
                .statusCode(202)
                .body("status", equalTo("awaiting-confirmation"))
                .extract()
                .<String>path("id");

        assertThat(mails("SIAN%d+again@example.org".formatted(number), "notice")
                        .getFirst()
                        .at("/subject")
                        .asText())
                .isEqualTo("You have already written to Sir Iain Example");
        confirm(id, "123456")
                .statusCode(422)
                .body("type", endsWith("/wrong-code"))
                .body("attemptsLeft", equalTo(4));
        assertThat(states(id)).isEmpty();
    }

    @Test
    void theFormSendsNoMoreThanThreeMailsADayToOneMailbox() {
        for (var round = 0; round < 5; round++) {
            var id = write(letter()).statusCode(202).extract().<String>path("id");
            confirm(id, "no").statusCode(422);
        }

        mails(email, "confirmation", 3);
        assertThat(stage.rows("select id from letter where campaign = '%s'".formatted(campaign)))
                .hasSize(3);
    }

    @Test
    void whileTheLookupIsDownNothingIsStoredAndTheSameRequestSucceedsLater() {
        lookup.down(true);
        write(letter(), "a-key-" + number)
                .statusCode(503)
                .body("type", endsWith("/lookup-unavailable"))
                .header("Retry-After", notNullValue());
        lookup.down(false);

        var id = write(letter(), "a-key-" + number).statusCode(202).extract().<String>path("id");
        write(letter(), "a-key-" + number).statusCode(202).body("id", equalTo(id));

        mails(email, "confirmation", 1);
    }

    @Test
    void aSplitPostcodeHasToBeSettledByOneOfItsCandidates() {
        var other = new Constituency("W0700%d".formatted(number), "Otherford", "Arall");
        lookup.split(postcode, seat, other);
        feed.fill(other, number + 50_000, "Ms Other", "Ms Other", "email");

        get("/mp?postcode=" + postcode)
                .statusCode(200)
                .body("constituency", nullValue())
                .body("candidates", hasSize(2));
        get("/mp?postcode=%s&constituency=%s".formatted(postcode, other.code()))
                .body("seat.member.name", equalTo("Ms Other"));
        write(letter())
                .statusCode(422)
                .body("errors.pointer", contains("#/constituency"))
                .body("candidates.code", contains(seat.code(), other.code()));
        var settled = new HashMap<>(letter());
        settled.put("constituency", "E14009999");
        write(settled).statusCode(422).body("errors.pointer", contains("#/constituency"));
        settled.put("constituency", other.code());
        write(settled).statusCode(202);
    }

    @Test
    void whoCannotBeWrittenToIsSaid() {
        feed.fill(seat, number, "Sir Iain Example", "Sir Iain", "post");
        post("/preview", Map.of("postcode", postcode, "name", "Siân"))
                .statusCode(200)
                .body("member.delivery", equalTo("post"));
        write(letter()).statusCode(409).body("type", endsWith("/member-takes-no-email"));

        feed.vacate(seat);
        get("/mp?postcode=" + postcode).body("seat.status", equalTo("vacant")).body("seat.member", nullValue());
        write(letter()).statusCode(409).body("type", endsWith("/seat-not-filled"));

        stage.close(campaign);
        write(letter()).statusCode(409).body("type", endsWith("/campaign-not-open"));
    }

    @Test
    void whatIsWrongIsSaidFieldByField() {
        write(Map.of("postcode", postcode))
                .statusCode(422)
                .body("type", endsWith("/invalid-request"))
                .body("errors.pointer", contains("#/name", "#/email", "#/address", "#/subject", "#/body"));
        var unknown = new HashMap<>(letter());
        unknown.put("postcode", "ZZ99 9ZZ");
        write(unknown).statusCode(404).body("type", endsWith("/unknown-postcode"));
        given().contentType("application/json")
                .body(letter())
                .post("/v1/public/campaigns/nothing-here/letters")
                .then()
                .statusCode(404);
    }

    @Test
    void aConfirmedLetterWaitsForANewMemberAndIsTurnedToThem() {
        var letter = write(letter()).extract().<String>path("id");
        var token = token(mails(email, "confirmation").getFirst());
        feed.vacate(seat);

        confirm(token).statusCode(200).body("status", equalTo("held"));
        get(url("/progress")).body("confirmed", equalTo(1));
        jobs.releaseHeld();
        assertThat(states(letter)).last().isEqualTo("HELD");

        feed.fill(seat, number + 100_000, "Dame New Member", "Dame New", "email");
        jobs.releaseHeld();
        jobs.releaseHeld();

        assertThat(mails("mp%d@mp.example".formatted(number + 100_000), "letter"))
                .singleElement()
                .satisfies(request -> assertThat(request.at("/text").asText()).startsWith("Dear Dame New,"));
        assertThat(announced(letter)).containsExactly("written", "confirmed", "held", "confirmed");
        get(url("/progress")).body("confirmed", equalTo(1));
    }

    @Test
    void reportsMoveTheLetterOnceEachAndTheWriterGetsOneCopy() {
        var letter = write(letter()).extract().<String>path("id");
        confirm(token(mails(email, "confirmation").getFirst())).statusCode(200);
        var mail = mails("mp%d@mp.example".formatted(number), "letter")
                .getFirst()
                .at("/mail")
                .asText();

        for (var outcome : List.of("queued", "deferred", "deferred", "sent", "queued", "sent", "deferred")) {
            report(mail, "letter", outcome);
        }
        report(UUID.randomUUID().toString(), "confirmation", "sent");
        report(UUID.randomUUID().toString(), "letter", "sent");
        report(mail, "letter", "auto-replied");
        report(mail, "letter", "settled");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(states(letter))
                        .containsExactly(
                                "AWAITING_CONFIRMATION", "CONFIRMED", "QUEUED", "DEFERRED", "SENT", "SETTLED"));
        assertThat(mails(email, "copy"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.at("/text").asText())
                        .contains("Dear Sir Iain,\n\nI mean it.")
                        .contains("https://letters.example.org/letter/"));
        assertThat(announced(letter)).containsExactly("written", "confirmed", "queued", "deferred", "sent", "settled");
    }

    @Test
    void whatCouldNotGoComesBackToItsWriter() {
        var letter = write(letter()).extract().<String>path("id");
        confirm(token(mails(email, "confirmation").getFirst())).statusCode(200);
        var mail = mails("mp%d@mp.example".formatted(number), "letter")
                .getFirst()
                .at("/mail")
                .asText();

        report(mail, "letter", "sent");
        report(mail, "letter", "bounced");
        report(mail, "letter", "bounced");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(states(letter)).last().isEqualTo("BOUNCED"));
        assertThat(mails(email, "notice"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.at("/text").asText()).contains("I mean it."));
    }

    @Test
    void aMailThatComesBackForNowAndThenFailsHasComeBack() {
        var letter = write(letter()).extract().<String>path("id");
        confirm(token(mails(email, "confirmation").getFirst())).statusCode(200);
        var mail = mails("mp%d@mp.example".formatted(number), "letter")
                .getFirst()
                .at("/mail")
                .asText();

        for (var outcome : List.of("queued", "sent", "deferred", "complained", "failed", "settled")) {
            report(mail, "letter", outcome);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(states(letter))
                        .containsExactly("AWAITING_CONFIRMATION", "CONFIRMED", "QUEUED", "SENT", "BOUNCED"));
        assertThat(mails(email, "copy")).hasSize(1);
        assertThat(mails(email, "notice"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.at("/text").asText()).contains("I mean it."));
        assertThat(announced(letter)).containsExactly("written", "confirmed", "queued", "sent", "bounced");
    }

    @Test
    void aRecordThatNobodyCanReadIsPutAsideAndTheNextIsTaken() {
        feed.publish(
                Topics.DELIVERIES, "broken-" + number, "org.centrallobby.mail.sent.v1", Instant.now(), "{\"mail\":");
        feed.publishSeat(seat, Instant.now(), "{\"constituency\":{},\"status\":\"elsewhere\"}");
        feed.publish(Topics.SEATS, seat.code(), "org.centrallobby.seat.changed.v1", "the other day", "{}");
        feed.vacate(seat);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Event.of(broker, Topics.DELIVERIES + ".dlq", "broken-" + number))
                    .singleElement()
                    .satisfies(event -> assertThat(event.headers().get("dead-letter-reason"))
                            .contains("DeliveryReport"));
            assertThat(Event.of(broker, Topics.SEATS + ".dlq", seat.code())).hasSize(2);
        });
    }

    @Test
    void aRepetitionGetsItsAnswerEvenAfterTheCampaignHasClosed() {
        var key = UUID.randomUUID().toString();
        var first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(letter())
                .post(url("/letters"));
        stage.close(campaign);

        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(letter())
                .post(url("/letters"))
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.<String>path("id")));
    }

    @Test
    void aNameThatNobodyCanSeeIsNone() {
        var letter = new HashMap<>(letter());
        letter.put("name", "\u3164");

        write(letter).statusCode(422).body("errors.pointer", contains("#/name"));
    }

    @Test
    void aLetterThatNobodyConfirmsLapsesAndIsErased() {
        var letter = write(letter()).extract().<String>path("id");
        var mail = mails(email, "confirmation").getFirst();
        stage.age(UUID.fromString(letter), Duration.ofDays(7));

        jobs.endWaiting();

        assertThat(states(letter)).containsExactly("AWAITING_CONFIRMATION", "LAPSED");
        assertThat(stage.rows("""
                        select id from letter where id = '%s' and name is null and email is null and address is null
                          and postcode is null and subject is null and body is null and mailbox = ''""".formatted(letter))).hasSize(1);
        confirm(token(mail)).statusCode(410).body("type", endsWith("/confirmation-expired"));
        confirm(letter, "123456").statusCode(410);
        confirm("unknown").statusCode(404).body("type", endsWith("/unknown-confirmation"));
        assertThat(announced(letter)).containsExactly("written", "lapsed");
    }

    @Test
    void whoeverForgetsIsRemindedOnceAndBothLinksWork() {
        var letter = write(letter()).extract().<String>path("id");
        var first = token(mails(email, "confirmation").getFirst());
        reminders.remind();
        assertThat(requested(email, "reminder")).isEmpty();
        stage.age(UUID.fromString(letter), Duration.ofDays(2));

        reminders.remind();
        reminders.remind();

        var second = token(mails(email, "reminder").getFirst());
        assertThat(second).isNotEqualTo(first);
        confirm(second).statusCode(200);
        confirm(first).statusCode(200);
        assertThat(mails("mp%d@mp.example".formatted(number), "letter")).hasSize(1);
    }

    @Test
    void thePrivatePagesShowTheWholeLetterToWhoeverHasTheirTokens() {
        var letter = write(letter()).extract().<String>path("id");
        var token = token(mails(email, "confirmation").getFirst());
        assertThat(confirmations.lookAt(token)).hasValueSatisfying(page -> {
            assertThat(page.state()).isEqualTo(LetterState.AWAITING_CONFIRMATION);
            assertThat(page.text()).startsWith("Dear Sir Iain,").contains(postcode);
            assertThat(page.organisationName()).isEqualTo("Tell Parliament");
        });
        assertThat(confirmations.lookAt("x")).isEmpty();
        confirm(token).statusCode(200);
        var mail = UUID.fromString(mails("mp%d@mp.example".formatted(number), "letter")
                .getFirst()
                .at("/mail")
                .asText());
        reports.note(mail, LetterState.SENT, "250 2.0.0");

        var page = find(PAGE, mails(email, "copy").getFirst());
        assertThat(pages.byPageToken(page)).hasValueSatisfying(shown -> {
            assertThat(shown.id()).hasToString(letter);
            assertThat(shown.history()).hasSize(3);
        });
        assertThat(pages.byPageToken(token)).isEmpty();
    }

    @Test
    void aSentLetterSettlesByItselfAndItsTextIsErasedLater() {
        var letter = write(letter()).extract().<String>path("id");
        confirm(token(mails(email, "confirmation").getFirst())).statusCode(200);
        var mail = UUID.fromString(mails("mp%d@mp.example".formatted(number), "letter")
                .getFirst()
                .at("/mail")
                .asText());
        reports.note(mail, LetterState.SENT, "250 2.0.0");
        stage.age(UUID.fromString(letter), Duration.ofHours(48));

        jobs.endWaiting();
        assertThat(states(letter)).last().isEqualTo("SETTLED");
        clocks.run();
        assertThat(stage.rows("select text from letter where id = '%s' and text is not null".formatted(letter)))
                .hasSize(1);

        stage.age(UUID.fromString(letter), Duration.ofDays(28));
        clocks.run();
        assertThat(stage.rows(
                        "select id from letter where id = '%s' and text is null and body is null".formatted(letter)))
                .hasSize(1);
    }

    private Map<String, Object> letter() {
        return Map.of(
                "postcode", postcode,
                "name", "Siân O'Brien",
                "email", email,
                "address", "1 High Street\n\nTestford",
                "subject", "Cameras, please\r\n{member.name} go",
                "body", "I mean it.\r\n",
                "consent", true);
    }

    private ValidatableResponse write(Map<String, Object> letter) {
        return write(letter, UUID.randomUUID().toString());
    }

    private ValidatableResponse write(Map<String, Object> letter, String key) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(letter)
                .post(url("/letters"))
                .then();
    }

    private ValidatableResponse post(String path, Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post(url(path))
                .then();
    }

    private ValidatableResponse get(String path) {
        return given().get(path.startsWith("/v1") ? path : url(path)).then();
    }

    private String url(String path) {
        return "/v1/public/campaigns/" + slug + path;
    }

    private static ValidatableResponse confirm(String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/public/confirmations")
                .then();
    }

    private static ValidatableResponse confirm(String letter, String code) {
        return given().contentType("application/json")
                .body(Map.of("letter", letter, "code", code))
                .post("/v1/public/confirmations")
                .then();
    }

    private void report(String mail, String kind, String outcome) {
        feed.publish(
                Topics.DELIVERIES, mail, "org.centrallobby.mail.%s.v1".formatted(outcome), Instant.now(), """
                {"mail":"%s","kind":"%s","outcome":"%s","at":"2026-11-24T10:00:00Z","attempts":1,
                 "reply":{"code":250,"enhanced":"2.0.0","text":"2.0.0 Ok"}}""".formatted(
                                mail, kind, outcome));
    }

    private List<JsonNode> mails(String recipient, String kind) {
        return mails(recipient, kind, 1);
    }

    /** The mails asked for, once there are as many; each keeps the contract. */
    private List<JsonNode> mails(String recipient, String kind, int count) {
        var found = await().atMost(Duration.ofSeconds(30))
                .until(() -> requested(recipient, kind), requests -> requests.size() >= count);
        assertThat(found).hasSize(count);
        return found;
    }

    private List<JsonNode> requested(String recipient, String kind) {
        return Event.all(broker, Topics.MAIL_REQUESTS).stream()
                .map(event -> String.valueOf(event.data()))
                .filter(data -> data.contains(recipient))
                .peek(data -> assertThat(Contract.of("mail-request.v1").violations(data))
                        .isEmpty())
                .map(this::read)
                .filter(request -> request.at("/to/address").asText().equals(recipient))
                .filter(request -> request.at("/kind").asText().equals(kind))
                .toList();
    }

    /** What the letter's events announce, in their order; each keeps the contract. */
    private List<String> announced(String letter) {
        var steps = states(letter).size();
        var events = await().atMost(Duration.ofSeconds(30))
                .until(() -> Event.of(broker, Topics.LETTERS, letter), found -> found.size() >= steps);
        return events.stream()
                .peek(event -> assertThat(Contract.of("letter.v1").violations(String.valueOf(event.data())))
                        .isEmpty())
                .map(event -> event.type().replaceAll(".*\\.([a-z-]+)\\.v1", "$1"))
                .toList();
    }

    private List<?> history(String letter) {
        return stage.rows("select state from letter_history where letter = '%s' order by position".formatted(letter));
    }

    private List<String> states(String letter) {
        return history(letter).stream().map(String::valueOf).toList();
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(JsonNode mail) {
        return find(LINK, mail);
    }

    private static String find(Pattern pattern, JsonNode mail) {
        var matcher = pattern.matcher(mail.at("/text").asText());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
