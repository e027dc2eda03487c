package org.centrallobby.mail.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.centrallobby.mail.bounce.Letters.mail;
import static org.centrallobby.mail.bounce.Letters.report;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.mail.queue.MailForgotten;
import org.centrallobby.mail.sql.Database;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class ConsequencesTest {
    @Testbed.Inject
    Broker broker;

    @Testbed.Inject
    Mailbox mailbox;

    @Inject
    ReturnAddresses addresses;

    @Inject
    ReturnDesk desk;

    @Inject
    ReturnWork work;

    @Inject
    Notices notices;

    @Inject
    Event<MailForgotten> forgetting;

    @Inject
    Database database;

    @Test
    void anUnknownUserEndsTheMailAndIsNotWrittenToAgain() {
        var mail = Scene.sent(broker, "copy");
        var bounce = report(
                bounceAddress(mail), Requests.recipient(mail), "failed", "5.1.1", "550 5.1.1 No such user", "X: y");

        Scene.bounce(bounce)
                .then()
                .statusCode(200)
                .body("class", equalTo("hard"))
                .body("recipients", hasSize(1))
                .body("recipients[0].address", equalTo(Requests.recipient(mail)))
                .body("recipients[0].reason", equalTo("userunknown"))
                .body("mail", equalTo(mail.toString()))
                .body("action", equalTo("suppressed"));

        assertThat(Scene.state(mail)).isEqualTo("bounced");
        Scene.suppressions(Requests.recipient(mail).toUpperCase(java.util.Locale.ROOT))
                .then()
                .body("suppressions", hasSize(1))
                .body("suppressions[0].organisation", nullValue())
                .body("suppressions[0].reason", equalTo("bounced"))
                .body("suppressions[0].evidence", equalTo(mail.toString()));
        Scene.bounce(bounce).then().body("action", equalTo("none"));
    }

    @Test
    void aTrialChangesNothing() {
        var mail = Scene.sentLetter(broker);

        given().header("Authorization", "Bearer test-intake-key-0001")
                .contentType("message/rfc822")
                .queryParam("dry-run", true)
                .body(report(
                        bounceAddress(mail),
                        Requests.recipient(mail),
                        "failed",
                        "5.1.1",
                        "550 5.1.1 No such user",
                        "X: y"))
                .post("/v1/bounces")
                .then()
                .statusCode(200)
                .body("class", equalTo("hard"))
                .body("mail", equalTo(mail.toString()))
                .body("action", equalTo("none"));

        assertThat(Scene.state(mail)).isEqualTo("sent");
        assertThat(rows(mail)).isZero();
    }

    @Test
    void oneLetterThatComesBackClosesNoMembersOffice() {
        var first = Scene.sentLetter(broker);
        Scene.bounce(report(
                        bounceAddress(first),
                        Requests.recipient(first),
                        "failed",
                        "5.1.1",
                        "550 5.1.1 No such user",
                        "X: y"))
                .then()
                .body("action", equalTo("failed"));
        // Another server says the same of the same letter.
        Scene.bounce(report(
                        bounceAddress(first),
                        Requests.recipient(first),
                        "failed",
                        "5.1.1",
                        "550 5.1.1 Unknown user",
                        "X: y"))
                .then()
                .body("class", equalTo("hard"))
                .body("action", equalTo("failed"));
        assertThat(rows(first)).isEqualTo(2);
        Scene.suppressions(Requests.recipient(first)).then().body("suppressions", hasSize(0));

        var second = Scene.sentLetter(broker);
        database.change(
                "update mail set mailbox = (select mailbox from mail where id = ?) where id = ?", first, second);
        Scene.bounce(report(
                        bounceAddress(second),
                        Requests.recipient(first),
                        "failed",
                        "5.1.1",
                        "550 5.1.1 No such user",
                        "X: y"))
                .then()
                .body("action", equalTo("suppressed"));
        Scene.suppressions(Requests.recipient(first)).then().body("suppressions", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "failed,    5.2.2, 552 5.2.2 Mailbox full,                             soft,      retried",
        "failed,    5.7.1, 550 5.7.1 Message rejected as spam,                 soft,      failed",
        "failed,    5.7.1, 554 5.7.1 Your host is on our block list,           soft,      failed",
        "delayed,   4.4.1, 450 4.4.1 No answer,                                delayed,   recorded",
        "delivered, 2.0.0, 250 2.0.0 OK,                                       delivered, recorded",
    })
    void nothingButAnAddressThatDoesNotExistIsSuppressed(
            String action, String status, String words, String mailClass, String consequence) {
        var mail = Scene.sent(broker, "copy");

        Scene.bounce(report(bounceAddress(mail), Requests.recipient(mail), action, status, words, "X: y"))
                .then()
                .body("class", equalTo(mailClass))
                .body("action", equalTo(consequence));

        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(0));
    }

    @Test
    void whomTheMailboxForwardsToIsNotTheMailbox() {
        var mail = Scene.sent(broker, "copy");

        Scene.bounce(report(
                        bounceAddress(mail),
                        "elsewhere@other.example",
                        "failed",
                        "5.1.1",
                        "550 5.1.1 No such user",
                        "X: y"))
                .then()
                .body("class", equalTo("hard"))
                .body("action", equalTo("failed"));

        Scene.suppressions("elsewhere@other.example").then().body("suppressions", hasSize(0));
        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(0));
    }

    /** Offered again, the letter would be at the office once more for each full mailbox behind it, every hour. */
    @Test
    void aFullMailboxThatTheOfficeForwardsToBringsNoSecondLetter() {
        var mail = Scene.sentLetter(broker);

        Scene.bounce(full(mail, "staff@other.example", "552 5.2.2 Mailbox full"))
                .then()
                .body("class", equalTo("soft"))
                .body("action", equalTo("recorded"));

        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void aReportThatNamesNobodyIsAboutTheMailbox() {
        var mail = Scene.sentLetter(broker);

        Scene.bounce(mail("""
                        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                        To: <%s>
                        Subject: Undelivered Mail Returned to Sender
                        Auto-Submitted: auto-replied

                        Your message could not be delivered: 552 5.2.2 Mailbox full
                        """.formatted(bounceAddress(mail))))
                .then()
                .body("recipients[0].address", nullValue())
                .body("class", equalTo("soft"))
                .body("action", equalTo("retried"));
    }

    /** Of two recipients the office has it and somebody else has not. */
    @Test
    void aReportThatTheOfficeHasItIsNoBounce() {
        var mail = Scene.sentLetter(broker);
        inDoubt(mail, "held");
        var both = new String(full(mail, "staff@other.example", "552 5.2.2 Mailbox full"), StandardCharsets.UTF_8)
                .replace("Final-Recipient: ", """
                        Final-Recipient: rfc822; %s\r
                        Action: delivered\r
                        Status: 2.0.0\r
                        \r
                        Final-Recipient: """.formatted(Requests.recipient(mail)));

        Scene.bounce(both.getBytes(StandardCharsets.UTF_8))
                .then()
                .body("recipients", hasSize(2))
                .body("action", equalTo("recorded"));

        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void whatWasAnsweredIsNotOfferedAgain() {
        var mail = Scene.sentLetter(broker);
        Scene.bounce(answer(mail, 1, "Subject: Automatic reply\nAuto-Submitted: auto-replied", "Away."));

        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full"))
                .then()
                .body("class", equalTo("soft"))
                .body("action", equalTo("recorded"));

        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void whatIsAnsweredWhileItWaitsIsNotOfferedAgain() {
        var mail = Scene.sentLetter(broker);
        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full"))
                .then()
                .body("action", equalTo("retried"));
        database.change("update mail set next_at = now() + interval '1 hour' where id = ?", mail);

        Scene.bounce(answer(mail, 1, "Subject: RE: Your letter", "Thank you."));

        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void whatIsAnsweredBeforeItsBounceIsDueIsNotOfferedAgain() {
        var mail = Scene.sentLetter(broker);
        isBeingSent(mail);
        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full"))
                .then()
                .body("action", equalTo("waiting"));
        Scene.bounce(answer(mail, 1, "Subject: Automatic reply\nAuto-Submitted: auto-replied", "Away."));

        database.change("update mail set state = 'sent', claimed_by = null where id = ?", mail);
        database.change("update returned set next_at = now() where mail = ? and next_at is not null", mail);
        work.drawWaiting();

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(actions(mail).split(" ")).doesNotContain("waiting", "retried"));
        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void whatComesBackForNowAgainAndAgainHasComeBackForGood() {
        var mail = Scene.sentLetter(broker);
        for (var time = 1; time <= 5; time++) {
            Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full, %d over".formatted(time)))
                    .then()
                    .body("action", equalTo("retried"));
            database.change("update mail set state = 'sent' where id = ?", mail);
        }

        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full, 6 over"))
                .then()
                .body("action", equalTo("failed"));

        assertThat(Scene.state(mail)).isEqualTo("bounced");
        given().header("Authorization", Scene.KEY)
                .get("/v1/mails/" + mail)
                .then()
                .body("reply.enhanced", equalTo("5.2.2"));
    }

    @Test
    void twoReportsOfOneReturnCountOnce() {
        var mail = Scene.sentLetter(broker);
        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Mailbox full"))
                .then()
                .body("action", equalTo("retried"));
        database.change("update mail set next_at = now() + interval '1 hour' where id = ?", mail);

        Scene.bounce(full(mail, Requests.recipient(mail), "552 5.2.2 Over quota"))
                .then()
                .body("action", equalTo("recorded"));

        assertThat(Scene.state(mail)).isEqualTo("deferred");
    }

    @Test
    void whatCannotBeAttributedHasNoConsequence() {
        var mail = Scene.sentLetter(broker);
        var token = addresses.token(Purpose.BOUNCE, mail);
        var forged = token.substring(0, 20) + (token.charAt(20) == 'a' ? 'e' : 'a') + token.substring(21);
        for (var address : new String[] {forged + "@bounces.lobby.example", "ann@lobby.example"}) {
            Scene.bounce(report(
                            address,
                            Requests.recipient(mail),
                            "failed",
                            "5.1.1",
                            "550 5.1.1 No such user",
                            "Message-ID: <%s@lobby.example>".formatted(UUID.randomUUID())))
                    .then()
                    .body("class", equalTo("hard"))
                    .body("mail", nullValue())
                    .body("action", equalTo("discarded"));
        }
        assertThat(rows(mail)).isZero();
        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void theReturnedMessageIdLeadsToTheMailToo() {
        var mail = Scene.sentLetter(broker);

        Scene.bounce(report(
                        "postmaster@lobby.example",
                        Requests.recipient(mail),
                        "failed",
                        "5.2.2",
                        "552 5.2.2 Full",
                        "Message-ID: <%s@lobby.example>".formatted(mail)))
                .then()
                .body("mail", equalTo(mail.toString()));
    }

    @Test
    void aBounceThatIsThereBeforeTheMailIsSentWaitsForIt() {
        var mail = Scene.sent(broker, "copy");
        isBeingSent(mail);

        Scene.bounce(report(
                        bounceAddress(mail),
                        Requests.recipient(mail),
                        "failed",
                        "5.1.1",
                        "550 5.1.1 No such user",
                        "X: y"))
                .then()
                .body("action", equalTo("waiting"));
        database.change("update returned set next_at = now() where mail = ?", mail);
        work.drawWaiting();
        assertThat(actions(mail)).isEqualTo("waiting");

        database.change("update mail set state = 'sent', claimed_by = null, lane = null where id = ?", mail);
        database.change("update returned set next_at = now() where mail = ?", mail);
        work.drawWaiting();

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(Scene.state(mail)).isEqualTo("bounced"));
        assertThat(actions(mail)).isEqualTo("suppressed");
    }

    /** Nobody answers a letter that is not there: offered again it would come twice. */
    @ParameterizedTest
    @CsvSource({"uncertain, reply", "held, auto-reply", "held, delivered", "uncertain, complaint"})
    void whatIsAnsweredHasArrived(String state, String what) {
        var mail = Scene.sentLetter(broker);
        inDoubt(mail, state);

        Scene.bounce(
                        switch (what) {
                            case "reply" -> answer(mail, 1, "Subject: RE: Your letter", "Thank you.");
                            case "auto-reply" ->
                                answer(mail, 1, "Subject: Automatic reply\nAuto-Submitted: auto-replied", "Away.");
                            case "complaint" -> complaint(mail);
                            default ->
                                report(
                                        bounceAddress(mail),
                                        Requests.recipient(mail),
                                        "delivered",
                                        "2.0.0",
                                        "250 2.0.0 OK",
                                        "X: y");
                        })
                .then()
                .body("class", equalTo(what));

        assertThat(Scene.state(mail)).isEqualTo("sent");
    }

    @Test
    void aReportOfADelayLeavesTheDoubt() {
        var mail = Scene.sentLetter(broker);
        inDoubt(mail, "held");

        Scene.bounce(report(
                        bounceAddress(mail),
                        Requests.recipient(mail),
                        "delayed",
                        "4.4.1",
                        "450 4.4.1 No answer",
                        "X: y"))
                .then()
                .body("class", equalTo("delayed"));

        assertThat(Scene.state(mail)).isEqualTo("held");
    }

    @Test
    void aComplaintOfASupporterHoldsForTheOrganisation() {
        var mail = Scene.sent(broker, "copy");

        Scene.bounce(complaint(mail)).then().body("class", equalTo("complaint")).body("action", equalTo("suppressed"));

        Scene.suppressions(Requests.recipient(mail))
                .then()
                .body("suppressions[0].reason", equalTo("complained"))
                .body("suppressions[0].organisation", equalTo(organisation(mail).toString()))
                .body("suppressions[0].expiresAt", nullValue());
    }

    @Test
    void aComplaintAboutALetterClosesNoMembersOffice() {
        var mail = Scene.sentLetter(broker);

        Scene.bounce(complaint(mail)).then().body("class", equalTo("complaint")).body("action", equalTo("recorded"));

        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(0));
    }

    @Test
    void aStormOfAutomaticAnswersIsPassedOnOnceAndReachesNobodyElse() throws Exception {
        var letter = Scene.sentLetter(broker);
        var toOffice = mailbox.mailsTo(Requests.recipient(letter)).size();

        try (var machines = Executors.newFixedThreadPool(8)) {
            for (var number = 0; number < 300; number++) {
                var answer = answer(
                        letter,
                        number,
                        "Subject: Automatic reply: Your letter\nAuto-Submitted: auto-replied",
                        "I am away.");
                machines.submit(() -> desk.handle(ReturnDesk.read(answer), Optional.of(letter)));
            }
        }

        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(mailbox.mailsTo(Scene.writer(letter))).hasSize(1));
        var forwarded = mailbox.mailsTo(Scene.writer(letter)).getFirst();
        assertThat(forwarded.text()).contains("I am away.", "jane@parliament.example");
        assertThat(forwarded.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(forwarded.header("Reply-To")).isNull();
        assertThat(mailbox.mailsTo(Requests.recipient(letter))).hasSize(toOffice);
        assertThat(rows(letter)).isEqualTo(100);
        Scene.suppressions(Requests.recipient(letter)).then().body("suppressions", hasSize(0));
    }

    @Test
    void anAnswerIsPassedOnOnceSoThatTheWriterCanAnswerIt() {
        var letter = Scene.sentLetter(broker);
        var answer = answer(letter, 1, "Subject: RE: Your letter", "Dear Ann, I shall vote for it.");

        Scene.bounce(answer).then().body("class", equalTo("reply")).body("action", equalTo("forwarded"));
        Scene.bounce(answer).then().body("action", equalTo("none"));

        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(mailbox.mailsTo(Scene.writer(letter))).hasSize(1));
        var forwarded = mailbox.mailsTo(Scene.writer(letter)).getFirst();
        assertThat(forwarded.subject()).isEqualTo("RE: Your letter");
        assertThat(forwarded.text()).contains("Dear Ann, I shall vote for it.", "jane@parliament.example");
        assertThat(forwarded.header("Reply-To")).contains("jane@parliament.example");
        assertThat(forwarded.header("From")).contains("Siân Member").doesNotContain("parliament.example");
    }

    /** Nobody else knows what was passed on to whom. */
    @Test
    void whatWasPassedOnIsForgottenWithTheLetter() {
        var letter = Scene.sentLetter(broker);
        var other = Scene.sentLetter(broker);
        for (var answered : List.of(letter, other)) {
            Scene.bounce(answer(answered, 1, "Subject: RE: Your letter", "Thank you."));
        }
        Scene.bounce(answer(letter, 2, "Subject: RE: RE: Your letter", "Thank you again."));
        assertThat(notices.of(letter)).hasSize(2);

        QuarkusTransaction.requiringNew().run(() -> forgetting.fire(new MailForgotten(letter)));

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(notices.of(letter))
                        .allSatisfy(notice -> assertThat(contents(notice)).isZero()));
        assertThat(notices.of(other))
                .singleElement()
                .satisfies(notice -> assertThat(contents(notice)).isEqualTo(1));
    }

    /** The notice to a writer is answered by the writer's own machine, and so on for ever, if anybody lets it. */
    @Test
    void anAnswerToWhatWasPassedOnGoesNowhere() {
        var letter = Scene.sentLetter(broker);
        Scene.bounce(answer(letter, 1, "Subject: RE: Your letter", "Thank you."));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(mailbox.mailsTo(Scene.writer(letter))).hasSize(1));
        var notice = mailbox.mailsTo(Scene.writer(letter)).getFirst();
        var sender = notice.sender();

        Scene.bounce(mail("""
                        From: <%s>
                        To: <%s>
                        Subject: Automatic reply
                        Auto-Submitted: auto-replied

                        I am on holiday.
                        """.formatted(Scene.writer(letter), sender)))
                .then()
                .body("class", equalTo("auto-reply"))
                .body("action", equalTo("recorded"));
        // The writer's own machine answers the letter's copy under the letter's token.
        Scene.bounce(mail("""
                        From: <%s>
                        To: <%s>
                        Subject: Automatic reply
                        Auto-Submitted: auto-replied

                        I am on holiday.
                        """.formatted(Scene.writer(letter), bounceAddress(letter))))
                .then()
                .body("action", equalTo("recorded"));

        assertThat(mailbox.mailsTo(Scene.writer(letter))).hasSize(1);
    }

    @Test
    void whatIsNoMessageAtAllIsAProblem() throws IOException {
        problem(given().contentType("message/rfc822").body(new byte[] {120}).post("/v1/bounces"), 401, "unauthorised");
        problem(
                given().header("Authorization", "Bearer test-intake-key-0002")
                        .contentType("message/rfc822")
                        .body(new byte[] {120})
                        .post("/v1/bounces"),
                401,
                "unauthorised");
        problem(
                given().header("Authorization", Scene.KEY)
                        .contentType("message/rfc822")
                        .post("/v1/bounces"),
                400,
                "bad-request");
        problem(
                given().header("Authorization", Scene.KEY)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/bounces"),
                415,
                "unsupported-media-type");
        problem(Scene.bounce(new byte[1_500_000]), 413, "too-large");
        assertThat(statusLineForABodyOf(3_000_000)).contains(" 413 ");
        Scene.bounce("no header at all".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("class", equalTo("unknown"))
                .body("action", equalTo("discarded"));
    }

    /** Answered on the announcement alone: a client that goes on writing may find the connection closed and never read why. */
    private static String statusLineForABodyOf(int octets) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                            POST /v1/bounces HTTP/1.1\r
                            Host: localhost\r
                            Authorization: %s\r
                            Content-Type: message/rfc822\r
                            Content-Length: %d\r
                            \r
                            """.formatted(Scene.KEY, octets).getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }

    private static void problem(io.restassured.response.Response response, int status, String name) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://centrallobby.org/problems/" + name));
    }

    private byte[] answer(UUID letter, int number, String header, String text) {
        return mail("""
                From: =?UTF-8?Q?Si=C3=A2n_Member?= <jane@parliament.example>
                To: <%s>
                Message-ID: <%d.%s@parliament.example>
                In-Reply-To: <%s@lobby.example>
                Content-Type: text/plain; charset=utf-8
                %s

                %s
                """.formatted(bounceAddress(letter), number, letter, letter, header, text));
    }

    private byte[] complaint(UUID mail) {
        return mail("""
                From: feedback@provider.example
                To: abuse@lobby.example
                Subject: FW: Your letter
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Version: 1
                Original-Mail-From: <%s>
                --b
                Content-Type: message/rfc822

                To: redacted
                Subject: Your letter

                --b--
                """.formatted(bounceAddress(mail)));
    }

    private String bounceAddress(UUID mail) {
        return addresses.bounce(mail, "bounces.lobby.example").wire();
    }

    private byte[] full(UUID mail, String recipient, String words) {
        return report(bounceAddress(mail), recipient, "failed", "5.2.2", words, "X: y");
    }

    private void isBeingSent(UUID mail) {
        database.change(
                "update mail set state = 'sending', claimed_by = ?, lane = (select min(id) from lane) where id = ?",
                UUID.randomUUID(),
                mail);
    }

    private void inDoubt(UUID mail, String state) {
        database.change("""
                update mail set state = ?, perhaps_sent = true, next_at = now() + interval '1 hour',
                                lane = coalesce(lane, (select min(id) from lane))
                 where id = ?""", state, mail);
    }

    private long contents(UUID mail) {
        return database.one("select count(*) as n from content where mail = ?", row -> row.getLong("n"), mail);
    }

    private long rows(UUID mail) {
        return database.one("select count(*) as n from returned where mail = ?", row -> row.getLong("n"), mail);
    }

    private String actions(UUID mail) {
        return database.one(
                "select string_agg(action, ' ') as a from returned where mail = ?", row -> row.getString("a"), mail);
    }

    private UUID organisation(UUID mail) {
        return database.one(
                "select organisation from mail where id = ?", row -> row.getObject("organisation", UUID.class), mail);
    }
}
