package org.centrallobby.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Topics;

/** Every seat of the House with an invented member, as the mp-lookup-service announces them. */
final class Seats {
    static final int COUNT = 650;

    private static final int FIRST_MEMBER = 90_000;

    /** In the order of {@link #supporter}'s numbers. */
    private final List<Constituency> constituencies =
            List.copyOf(BoundaryFile.read().all());

    Constituency of(int seat) {
        return constituencies.get(seat);
    }

    /** Neighbouring numbers live in neighbouring seats. */
    Supporter supporter(long number) {
        var seat = (int) (number % COUNT);
        return new Supporter(number, postcode(seat, number), constituencies.get(seat));
    }

    /** A postcode by which {@link LookupStub} knows the seat. */
    private static String postcode(int seat, long number) {
        return "%c%c%d %d%c%c"
                .formatted(
                        'A' + seat / 26,
                        'A' + seat % 26,
                        1 + number % 9,
                        number / 9 % 9,
                        "ABDEFGHJLNPQRSTUWXYZ".charAt((int) (number / 81 % 20)),
                        "ABDEFGHJLNPQRSTUWXYZ".charAt((int) (number / 1620 % 20)));
    }

    /** Waits until a letter service knows all of them; gives up after five minutes. */
    static void awaitKnown(Database database) {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        for (var known = 0L; known < COUNT; known = database.number("select count(*) from seat")) {
            if (System.nanoTime() > end) {
                throw new CannotMeasure("The letter-service learnt of %d seats within five minutes".formatted(known));
            }
            LetterStage.pause(Duration.ofMillis(100));
        }
    }

    void announce(Broker broker) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var seat = 0; seat < COUNT; seat++) {
                producer.send(event(seat));
            }
        }
    }

    private ProducerRecord<String, String> event(int seat) {
        var constituency = constituencies.get(seat);
        var record = new ProducerRecord<>(Topics.SEATS, constituency.code(), """
                {"constituency": {"code": "%s", "name": "%s", "nameCy": null, "nation": "England"}, "status": "filled",
                 "since": "2024-07-05", "member": {"id": %d, "name": "Ben Invented-%3$d", "fullTitle": "Ben Invented-%3$d MP",
                 "salutation": "Mr Invented-%3$d", "party": "%s", "role": null, "takesSeat": true, "offices": [%s],
                 "contact": {"kind": "email", "email": "member%3$d@parliament.example", "webForm": null}}}""".formatted(
                        constituency.code(),
                        constituency.name(),
                        FIRST_MEMBER + seat,
                        seat % 3 == 0 ? "Conservative" : "Labour",
                        seat % 50 == 0 ? "\"Minister for Libraries\"" : ""));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/bench",
                        "ce_type", "org.centrallobby.seat.changed.v1",
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
