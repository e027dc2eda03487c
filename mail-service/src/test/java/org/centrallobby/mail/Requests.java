package org.centrallobby.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Topics;

/** Asks for mails as the letter-service does: over Kafka, with CloudEvents headers. */
public final class Requests implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUESTED = "org.centrallobby.mail.requested.v1";
    private static final String RECALLED = "org.centrallobby.mail.recalled.v1";

    private final KafkaProducer<String, String> producer;

    public Requests(Broker broker) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** A new mail id. */
    public static UUID id() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }

    /** An address of that mail's own, so that a test finds it among the mails of others. */
    public static String recipient(UUID mail) {
        return mail + "@mp.example";
    }

    /** The letter of the contract's example with this id, for a recipient of its own, good for a day. */
    public static String letter(UUID mail, Consumer<ObjectNode> change) {
        try {
            var request = (ObjectNode) JSON.readTree(Contract.example("mail-requested-letter.v1"));
            var now = InstantSource.system().instant();
            request.put("mail", mail.toString());
            request.put("composedAt", now.toString());
            request.put("expiresAt", now.plus(Duration.ofDays(1)).toString());
            request.withObject("/to").put("address", recipient(mail));
            change.accept(request);
            return request.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID request() {
        var mail = id();
        request(mail);
        return mail;
    }

    public void request(UUID mail) {
        send(mail.toString(), REQUESTED, letter(mail, request -> {}));
    }

    public UUID request(Consumer<ObjectNode> change) {
        var mail = id();
        send(mail.toString(), REQUESTED, letter(mail, change));
        return mail;
    }

    public void recall(UUID mail) {
        send(mail.toString(), RECALLED, "{\"mail\":\"%s\"}".formatted(mail));
    }

    public void forget(UUID mail) {
        send(
                mail.toString(),
                "org.centrallobby.mail.erasure-requested.v1",
                "{\"mail\":\"%s\",\"kind\":\"letter\"}".formatted(mail));
    }

    /** Returns when the broker has the record. */
    public void send(String key, String type, String data) {
        var record = new ProducerRecord<>(Topics.MAIL_REQUESTS, key, data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id().toString());
        header(record, "ce_source", "/letter-service");
        header(record, "ce_type", type);
        header(record, "content-type", "application/json");
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
