package org.centrallobby.letter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;

@ServiceTest
class OutboxTest {
    private static final String TYPE = "org.centrallobby.letter.confirmed.v1";

    @Testbed.Inject
    Broker broker;

    @jakarta.inject.Inject
    Outbox outbox;

    @Test
    void eventsOfOneKeyArriveOnceInTheirOrderAsCloudEvents() {
        var key = UUID.randomUUID().toString();

        IntStream.range(0, 250)
                .forEach(number -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.add(Topics.LETTERS, key, TYPE, Map.of("number", number))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Event.of(broker, Topics.LETTERS, key))
                        .extracting(Event::data)
                        .containsExactlyElementsOf(IntStream.range(0, 250)
                                .mapToObj("{\"number\":%d}"::formatted)
                                .toList()));
        assertThat(Event.of(broker, Topics.LETTERS, key)).first().satisfies(event -> {
            assertThat(event.type()).isEqualTo(TYPE);
            assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/letter-service")
                    .containsEntry("ce_subject", key)
                    .containsEntry("content-type", "application/json")
                    .containsKey("ce_time");
        });
    }

    @Test
    void whatIsWithdrawnBeforeKafkaHasItIsNotAnnounced() {
        var withdrawn = UUID.randomUUID().toString();
        var kept = UUID.randomUUID().toString();

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(Topics.LETTERS, withdrawn, TYPE, Map.of());
            outbox.add(Topics.LETTERS, withdrawn, "org.centrallobby.letter.lapsed.v1", Map.of());
            outbox.add(Topics.LETTERS, kept, TYPE, Map.of());
            outbox.withdraw(TYPE, List.of(withdrawn));
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Event.of(broker, Topics.LETTERS, kept)).hasSize(1));
        assertThat(Event.of(broker, Topics.LETTERS, withdrawn))
                .extracting(Event::type)
                .containsExactly("org.centrallobby.letter.lapsed.v1");
    }

    @Test
    void whatIsRolledBackIsNotAnnounced() {
        var abandoned = UUID.randomUUID().toString();
        var kept = UUID.randomUUID().toString();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(Topics.LETTERS, abandoned, TYPE, Map.of());
                    throw new IllegalStateException("the business changed its mind");
                }))
                .hasMessageContaining("changed its mind");
        QuarkusTransaction.requiringNew().run(() -> outbox.add(Topics.LETTERS, kept, TYPE, Map.of()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Event.of(broker, Topics.LETTERS, kept)).hasSize(1));
        assertThat(Event.of(broker, Topics.LETTERS, abandoned)).isEmpty();
    }

    @Test
    void nothingIsAnnouncedOutsideATransaction() {
        assertThatThrownBy(() -> outbox.add(Topics.LETTERS, "key", TYPE, Map.of()))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }
}
