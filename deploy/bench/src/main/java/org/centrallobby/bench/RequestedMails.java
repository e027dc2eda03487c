package org.centrallobby.bench;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.testbed.Topics;

/**
 * Letters of 2.5 kilobytes that are asked for over Kafka. A mail's number stands in its id, so that whoever sees one knows
 * which it is.
 */
final class RequestedMails {
    private static final int CAMPAIGNS = 20;
    private static final int DOMAINS = 50;
    private static final String TEXT = text();

    private final String bootstrapServers;
    private final int mailboxes;
    private final long high;
    private final String composedAt = Instant.now().toString();
    private final String expiresAt = Instant.now().plus(Duration.ofDays(7)).toString();

    /** @param mailboxes how many recipients they go to in turn */
    RequestedMails(String bootstrapServers, int run, int mailboxes) {
        this.bootstrapServers = bootstrapServers;
        this.mailboxes = mailboxes;
        // Of version 7: the time, then what tells the runs apart.
        this.high = System.currentTimeMillis() << 16 | 0x7000 | run;
    }

    UUID id(int number) {
        return new UUID(high, Long.MIN_VALUE | number);
    }

    /** Which of these mails it is; empty where it is none of them. */
    OptionalInt numberOf(UUID mail) {
        return mail.getMostSignificantBits() == high
                ? OptionalInt.of((int) mail.getLeastSignificantBits())
                : OptionalInt.empty();
    }

    /** The same by {@code <id@domain>}. */
    OptionalInt numberOf(String messageId) {
        var at = messageId.indexOf('@');
        try {
            return at < 1 ? OptionalInt.empty() : numberOf(UUID.fromString(messageId.substring(1, at)));
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    /** Asks for mails as fast as Kafka takes them; returns when it has them. */
    void publish(int first, int count) {
        try (var producer = producer(5)) {
            for (var number = first; number < first + count; number++) {
                producer.send(request(number, recipient(number)));
            }
        }
    }

    /** Asks for mails to one recipient. */
    void publishTo(String recipient, int first, int count) {
        try (var producer = producer(5)) {
            for (var number = first; number < first + count; number++) {
                producer.send(request(number, recipient));
            }
        }
    }

    /** Asks for so many a second; returns when each was handed to Kafka, by {@link System#nanoTime()}. */
    long[] publishAt(double perSecond, int first, int count) {
        var times = new long[count];
        try (var producer = producer(0)) {
            var begun = System.nanoTime();
            for (var n = 0; n < count; n++) {
                var due = begun + (long) (n * 1e9 / perSecond);
                var early = due - System.nanoTime();
                if (early > 0) {
                    MailStage.pause(Duration.ofNanos(early));
                }
                times[n] = System.nanoTime();
                producer.send(request(first + n, recipient(first + n)));
            }
        }
        return times;
    }

    private String recipient(int number) {
        var mailbox = number % mailboxes;
        return "member%d@office-%d.example".formatted(mailbox, mailbox % DOMAINS);
    }

    private ProducerRecord<String, String> request(int number, String recipient) {
        var id = id(number).toString();
        var campaign = number % CAMPAIGNS;
        var record = new ProducerRecord<>(
                Topics.MAIL_REQUESTS,
                id,
                "{\"mail\": \"" + id + "\", \"kind\": \"letter\", \"campaign\": {\"id\": \""
                        + new UUID(0x7000, campaign)
                        + "\", \"slug\": \"campaign-" + campaign
                        + "\", \"title\": \"Keep the libraries open\", \"organisation\": \""
                        + new UUID(0x7001, campaign / 2) + "\"}, \"from\": {\"name\": \"Siân Invented-" + number
                        + "\"}, \"replyTo\": {\"name\": \"Siân Invented-" + number + "\", \"address\": \"writer"
                        + number
                        + "@example.org\"}, \"to\": {\"name\": \"Ben Invented MP\", \"address\": \"" + recipient
                        + "\"}, \"subject\": \"Our library, letter " + number + "\", \"text\": \"" + TEXT
                        + "\", \"automatic\": false, \"composedAt\": \"" + composedAt + "\", \"expiresAt\": \""
                        + expiresAt
                        + "\"}");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/bench");
        header(record, "ce_type", "org.centrallobby.mail.requested.v1");
        header(record, "ce_subject", id);
        header(record, "ce_time", composedAt);
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.US_ASCII));
    }

    private KafkaProducer<String, String> producer(int linger) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        linger,
                        "batch.size",
                        131_072),
                new StringSerializer(),
                new StringSerializer());
    }

    /** 2,000 bytes, as letters have them: a name with an accent, pounds, a line that begins with a dot. */
    private static String text() {
        var sentences =
                "I use the library in Ystradgynlais every week, and so do my children. It has cost the county £3 a"
                        + " reader, which is less than a cup of coffee; closing it would save nothing that anybody could name.\n\n"
                        + ".The hall beside it has been shut since March. ";
        var text = new StringBuilder("Dear Mr Invented,\n\n");
        while (text.length() < 1_900) {
            text.append(sentences);
        }
        text.setLength(1_900);
        text.append("\n\nYours sincerely,\n\nSiân Invented\n1 High Street\nChingford\nE4 7AA\n");
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
