package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever goes wrong with a letter, nobody is named in what operators read. What all other journeys leave behind is looked at when the platform closes. */
@ExtendWith(RunningPlatform.class)
class DiscretionJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Supporter supporter;

    DiscretionJourneyTest(Stage stage) {
        this.stage = stage;
        this.supporter = new Supporter(stage);
    }

    @Test
    void whateverGoesWrongNobodyIsNamedInLogsMetricsAndTraces() {
        whatIsTypedIsWrong();
        theDatabaseRefusesALetterAndQuotesIt();
        theDatabaseRefusesAMailAndQuotesIt();
        aRecordHoldsWhatNoDatabaseTakes();
        theRelayRefusesAndQuotesWhatItWasSent();
        theLetterComesBack();
        thePersonIsForgotten();

        assertThat(stage.indiscretions()).isEmpty();
    }

    private void whatIsTypedIsWrong() {
        var letters =
                url("letter-service", "/v1/public/campaigns/" + stage.demo().slug() + "/letters");
        var broken = supporter.letter().toString();
        assertThat(Http.postText(letters, "application/json", broken.substring(0, broken.length() - 2), Map.of())
                        .status())
                .isEqualTo(400);
        for (var field : List.of("postcode", "email", "name", "way")) {
            var wrong = supporter.letter();
            wrong.putObject(field)
                    .put(
                            "of",
                            wrong.path("email").asText() + " "
                                    + wrong.path("name").asText());
            assertThat(Http.post(letters, wrong, Map.of()).status()).as(field).isEqualTo(422);
        }
        Http.post(letters, supporter.letter().put("email", "Siân O'Brien@constituent.example"), Map.of());
        Http.post(letters, supporter.letter().put("postcode", "SW1A 0AA1"), Map.of());
        Http.post(
                url("letter-service", "/v1/public/confirmations"),
                Http.JSON.createObjectNode().put("token", supporter.email()),
                Map.of());
        var asAddress = supporter.email().replace("@", "%40");
        Http.get(url("letter-service", "/v1/supporters?email=" + asAddress));
        Http.get(url("letter-service", "/nowhere/" + asAddress));
        Http.get(url("mp-lookup-service", "/v1/postcodes/SW1A0AA"));
        Http.get(url("mp-lookup-service", "/v1/postcodes/SW1A%200AA!"));
        Http.get(url("mail-service", "/v1/mails/" + asAddress), operator());
    }

    private void theDatabaseRefusesALetterAndQuotesIt() {
        whileRefusing(
                "letters",
                "outbox",
                () -> assertThat(supporter.write().status()).isEqualTo(500));
    }

    private void theDatabaseRefusesAMailAndQuotesIt() {
        whileRefusing("mail", "content", () -> {
            supporter.writeUntilAccepted();
            await().atMost(PATIENCE).until(() -> log("mail-service").contains("Mail requests wait for the database"));
        });
        supporter.confirmationMail();
    }

    private void aRecordHoldsWhatNoDatabaseTakes() {
        var record =
                new ProducerRecord<>(Topics.MAIL_REQUESTS, UUID.randomUUID().toString(), """
                {"mail": "%s", "kind": "letter", "campaign": {"id": "00000000-0000-7000-8000-000000000001", "slug": "s", "title": "T"},
                 "from": {"name": "Siân O'Brien"}, "to": {"name": "Siân O'Brien", "address": "%s"}, "subject": "My own line is",
                 "text": "1 High Street", "automatic": false, "composedAt": "+300000-01-01T00:00:00Z",
                 "expiresAt": "2100-01-01T00:00:00Z"}""".formatted(
                                UUID.randomUUID(), supporter.email()));
        record.headers()
                .add("ce_type", "org.centrallobby.mail.requested.v1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stage.platform().broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
        await().atMost(PATIENCE).until(() -> log("mail-service").contains("the database refuses a value (22"));
    }

    private void theRelayRefusesAndQuotesWhatItWasSent() {
        for (var moment : List.of(Mailbox.Stage.RECIPIENT, Mailbox.Stage.END_OF_DATA)) {
            var refused = new Supporter(stage);
            refused.writeUntilAccepted();
            refused.confirmationMail();
            stage.mailbox()
                    .refuse(new Mailbox.Refusal(
                            moment, 550, "5.7.1 " + refused.email() + " 2 Mill Lane: My own line is not wanted"));
            try {
                var before = refusals();
                refused.confirm();
                await().atMost(PATIENCE).until(() -> refusals() > before);
            } finally {
                stage.mailbox().refuse(null);
            }
        }
    }

    private void theLetterComesBack() {
        supporter.confirm();
        supporter.awaitLetterAtTheMp();
        var sent = supporter.lettersAtTheMp().getFirst();
        var returned = """
                From: MAILER-DAEMON@office.example
                To: %s
                Subject: Undelivered: The cameras in our town hall
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                What Siân O'Brien of 1 High Street wrote could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; office.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 for %s, My own line is

                --b--
                """.formatted(sent.sender(), sent.recipient(), supporter.email());
        for (var mail : List.of(returned, "To: " + supporter.email() + "\n\nSiân O'Brien, 1 High Street")) {
            var answer = Http.postText(url("mail-service", "/v1/bounces"), "message/rfc822", mail, operator());
            assertThat(answer.status()).as(answer.body().toString()).isLessThan(500);
        }
    }

    private void thePersonIsForgotten() {
        var answer = Http.post(
                url("letter-service", "/v1/supporters/erase"),
                Http.JSON.createObjectNode().put("email", supporter.email()),
                Map.of(
                        "Authorization",
                        "Bearer " + stage.demo().organisationKey(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> stage.traces().all().stream()
                        .anyMatch(span -> span.name().equals("POST /v1/supporters/erase")));
    }

    private long refusals() {
        return stage.traces().all().stream()
                .filter(span -> span.name().equals("smtp send"))
                .filter(span -> span.attribute("verdict").startsWith("refused"))
                .count();
    }

    /** Whoever inserts into the table meanwhile is refused with all that they wanted to insert. */
    private void whileRefusing(String database, String table, Runnable work) {
        change(database, """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused: %', new using detail = new::text, hint = new::text; end $$""");
        change(
                database,
                "create trigger refuse before insert on %s for each row execute function refuse()".formatted(table));
        try {
            work.run();
        } finally {
            change(database, "drop trigger refuse on %s; drop function refuse()".formatted(table));
        }
    }

    private void change(String database, String statement) {
        try (var connection =
                        DriverManager.getConnection(stage.platform().postgres().jdbcUrl(database), Postgres.USER, "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String log(String service) {
        try {
            return Files.readString(stage.log(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String service, String path) {
        return stage.platform().service(service).url() + path;
    }

    private Map<String, String> operator() {
        return Map.of("Authorization", "Bearer " + stage.platform().operatorKey());
    }
}
