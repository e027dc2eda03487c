package org.centrallobby.letter.lookup;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Speaks for the other services: puts their records on the real topics. */
@ApplicationScoped
public class SeatFeed {
    private final KafkaProducer<String, String> producer;
    private final Seats seats;

    SeatFeed(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Seats seats) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
        this.seats = seats;
    }

    /** Publishes a seat and waits until the service knows of it. */
    public void fill(Constituency constituency, int id, String name, String salutation, String delivery) {
        var at = Instant.now();
        publishSeat(constituency, at, """
                {"constituency":{"code":"%1$s","name":"%2$s","nameCy":%8$s,"nation":"England"},"status":"filled","since":null,
                 "member":{"id":%3$d,"name":"%4$s","fullTitle":"Rt Hon %4$s MP","salutation":"%5$s","party":"Conservative",
                  "role":null,"takesSeat":true,
                  "contact":{"kind":"%6$s","email":%7$s,"webForm":null}}}""".formatted(
                        constituency.code(),
                        constituency.name(),
                        id,
                        name,
                        salutation,
                        delivery,
                        delivery.equals("email") ? "\"mp%d@mp.example\"".formatted(id) : "null",
                        quoted(constituency.nameCy())));
        awaitSeat(constituency, at);
    }

    /** Publishes what an event says of a seat, and waits until the service knows of it. */
    public void fill(Constituency constituency, String data) {
        var at = Instant.now();
        publishSeat(constituency, at, data);
        awaitSeat(constituency, at);
    }

    public void vacate(Constituency constituency) {
        var at = Instant.now();
        publishSeat(constituency, at, """
                {"constituency":{"code":"%s","name":"%s","nameCy":%s,"nation":"England"},"status":"vacant",
                 "since":"2026-11-01","member":null}""".formatted(
                        constituency.code(), constituency.name(), quoted(constituency.nameCy())));
        awaitSeat(constituency, at);
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "null" : "\"%s\"".formatted(name);
    }

    public void publishSeat(Constituency constituency, Instant at, String data) {
        publish("mp-lookup.seat.v1", constituency.code(), "org.centrallobby.seat.changed.v1", at, data);
    }

    public void publish(String topic, String key, String type, Instant at, String data) {
        publish(topic, key, type, at.toString(), data);
    }

    /** @param time what it says of when it was written, which may be anything */
    public void publish(String topic, String key, String type, String time, String data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        java.util.UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_time",
                        time,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitSeat(Constituency constituency, Instant at) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> seats.findByIdOptional(constituency.code())
                                .map(seat -> !seat.recordedAt().isBefore(at.minusMillis(1)))
                                .orElse(false)));
    }
}
