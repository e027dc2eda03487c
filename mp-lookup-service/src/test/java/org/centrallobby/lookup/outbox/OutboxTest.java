package org.centrallobby.lookup.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;

@ServiceTest
class OutboxTest {
    private static final String TYPE = "org.centrallobby.seat.changed.v1";

    @Testbed.Inject
    Broker broker;

    @jakarta.inject.Inject
    Outbox outbox;

    @jakarta.inject.Inject
    EntityManager database;

    @Test
    void eventsOfOneKeyArriveOnceInTheirOrderAsCloudEvents() {
        var key = UUID.randomUUID().toString();

        IntStream.range(0, 250)
                .forEach(number -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.add(Topics.SEATS, key, TYPE, Map.of("number", number))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Event.of(broker, Topics.SEATS, key))
                        .extracting(Event::data)
                        .containsExactlyElementsOf(IntStream.range(0, 250)
                                .mapToObj("{\"number\":%d}"::formatted)
                                .toList()));
        assertThat(Event.of(broker, Topics.SEATS, key)).first().satisfies(event -> {
            assertThat(event.type()).isEqualTo(TYPE);
            assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/mp-lookup-service")
                    .containsEntry("ce_subject", key)
                    .containsEntry("content-type", "application/json")
                    .containsKey("ce_time");
        });
    }

    @Test
    void whatIsAnnouncedLaterHappensLaterThoughTheClockHasGoneBack() {
        var key = UUID.randomUUID().toString();
        var last = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        lastMoment(last);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.add(Topics.SEATS, key, TYPE, Map.of());
                outbox.add(Topics.SEATS, key, TYPE, Map.of());
            });
            QuarkusTransaction.requiringNew().run(() -> outbox.add(Topics.SEATS, key, TYPE, Map.of()));
        } finally {
            lastMoment(Instant.now());
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Event.of(broker, Topics.SEATS, key))
                        .extracting(event -> Instant.parse(event.headers().get("ce_time")))
                        .containsExactly(
                                last.plus(1, ChronoUnit.MICROS),
                                last.plus(2, ChronoUnit.MICROS),
                                last.plus(3, ChronoUnit.MICROS)));
    }

    @Test
    void whatIsRolledBackIsNotAnnounced() {
        var abandoned = UUID.randomUUID().toString();
        var kept = UUID.randomUUID().toString();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(Topics.SEATS, abandoned, TYPE, Map.of());
                    throw new IllegalStateException("the business changed its mind");
                }))
                .hasMessageContaining("changed its mind");
        QuarkusTransaction.requiringNew().run(() -> outbox.add(Topics.SEATS, kept, TYPE, Map.of()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Event.of(broker, Topics.SEATS, kept)).hasSize(1));
        assertThat(Event.of(broker, Topics.SEATS, abandoned)).isEmpty();
    }

    @Test
    void nothingIsAnnouncedOutsideATransaction() {
        assertThatThrownBy(() -> outbox.add(Topics.SEATS, "key", TYPE, Map.of()))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    private void lastMoment(Instant moment) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update outbox_moment set last = ?1")
                        .setParameter(1, moment)
                        .executeUpdate());
    }
}
