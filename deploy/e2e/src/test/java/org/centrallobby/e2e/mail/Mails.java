package org.centrallobby.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.testbed.Topics;
import org.centrallobby.testbed.smtp.TakenMail;

/** Mails that one test asks for, and the accounts of them: the server's and the service's. */
final class Mails {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ENDS =
            Set.of("sent", "settled", "failed", "bounced", "recalled", "cancelled", "held");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MailScene scene;
    private final String domain;
    private final List<UUID> asked = new ArrayList<>();

    Mails(MailScene scene, String name) {
        this.scene = scene;
        this.domain = name + ".example";
    }

    /** Whether a recipient is one of these mails'. */
    boolean isTo(String recipient) {
        return recipient.endsWith("@" + domain);
    }

    String domain() {
        return domain;
    }

    List<UUID> asked() {
        return List.copyOf(asked);
    }

    /** Asks for so many letters, each to a mailbox of its own. */
    Mails ask(int count) {
        var records = new ArrayList<ProducerRecord<String, String>>();
        for (var n = 0; n < count; n++) {
            records.add(record(UUID.randomUUID(), asked.size()));
        }
        publish(records);
        return this;
    }

    /** The same record again, so often. */
    void repeat(UUID mail, int times) {
        publish(java.util.Collections.nCopies(times, request(mail, asked.indexOf(mail))));
    }

    private ProducerRecord<String, String> record(UUID mail, int number) {
        asked.add(mail);
        return request(mail, number);
    }

    private ProducerRecord<String, String> request(UUID mail, int number) {
        return event(mail.toString(), """
                {"mail": "%s", "kind": "letter",
                 "campaign": {"id": "00000000-0000-7000-8000-000000000001", "slug": "libraries", "title": "Libraries",
                              "organisation": "00000000-0000-7000-8000-0000000000a1"},
                 "from": {"name": "Siân Writer"}, "replyTo": {"name": "Siân Writer", "address": "sian@writer.example"},
                 "to": {"name": "Ben Member MP", "address": "member%d@%s"}, "subject": "Letter %d", "text": "Dear Ben\\n",
                 "automatic": false, "composedAt": "2026-11-26T10:00:00Z", "expiresAt": "%s"}""".formatted(
                        mail, number, domain, number, Instant.now().plus(Duration.ofDays(3))));
    }

    static ProducerRecord<String, String> event(String key, String data) {
        var record = new ProducerRecord<>(Topics.MAIL_REQUESTS, key, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/faults",
                        "ce_type", "org.centrallobby.mail.requested.v1",
                        "ce_subject", key,
                        "ce_time", "2026-11-26T10:00:00Z",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    void publish(List<ProducerRecord<String, String>> records) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", scene.broker().bootstrapServers(), "max.request.size", 10_000_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            records.forEach(producer::send);
        }
    }

    /** What the server took of these, once or more. */
    List<TakenMail> arrivals() {
        return scene.server().taken().stream()
                .filter(mail -> isTo(mail.recipient()))
                .toList();
    }

    private List<TakenMail> arrivals(UUID mail) {
        return arrivals().stream()
                .filter(taken -> taken.messageId().startsWith("<" + mail))
                .toList();
    }

    /** How many of them arrived. */
    long arrived() {
        return arrivals().stream().map(TakenMail::messageId).distinct().count();
    }

    void awaitArrived(long count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> arrived() >= count);
    }

    /** How the service sees a mail. */
    JsonNode seen(UUID mail) {
        return operator("GET", "/v1/mails/" + mail, "");
    }

    String state(UUID mail) {
        return seen(mail).path("state").asText();
    }

    JsonNode operator(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(scene.service().url() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + MailScene.OPERATOR_KEY)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the service tells of an attempt whose end it does not know. */
    boolean isUncertain(UUID mail) {
        return StreamSupport.stream(seen(mail).path("history").spliterator(), false)
                .anyMatch(attempt -> attempt.path("verdict").asText().equals("uncertain"));
    }

    int attempts(UUID mail) {
        return seen(mail).path("attempts").asInt();
    }

    /**
     * Waits until each has come to an end, and holds the two accounts against each other: none is lost; what the service calls
     * sent has arrived; what arrived twice was doubtful to it and has the same Message-ID; what failed has a reason.
     */
    void mustBeAccountedFor() {
        var waiting = new ArrayList<>(asked);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    waiting.removeIf(mail -> ENDS.contains(state(mail)));
                    assertThat(waiting).as("mails that have come to no end").isEmpty();
                });
        assertThat(asked).allSatisfy(this::mustBeAccountedFor);
    }

    /** The same, and all have arrived. */
    void mustAllArrive() {
        mustBeAccountedFor();
        assertThat(arrived()).isEqualTo(asked.size());
    }

    /** The same, each of them once. */
    void mustAllArriveOnce() {
        mustAllArrive();
        assertThat(arrivals()).hasSize(asked.size());
    }

    private void mustBeAccountedFor(UUID mail) {
        var arrivals = arrivals(mail);
        var seen = seen(mail);
        switch (seen.path("state").asText()) {
            case "sent", "settled", "bounced" -> assertThat(arrivals).isNotEmpty();
            case "failed" ->
                assertThat(seen.at("/reply/text").asText())
                        .as("why %s failed", mail)
                        .isNotBlank();
            // Doubtful twice: the operator is to say.
            case "held" -> assertThat(isUncertain(mail)).isTrue();
            default -> assertThat(arrivals).isEmpty();
        }
        assertThat(arrivals.stream().map(TakenMail::messageId).distinct()).hasSizeLessThanOrEqualTo(1);
        assertThat(arrivals).hasSizeLessThanOrEqualTo(2);
        if (arrivals.size() == 2) {
            assertThat(isUncertain(mail)).as("%s arrived twice", mail).isTrue();
        }
    }
}
