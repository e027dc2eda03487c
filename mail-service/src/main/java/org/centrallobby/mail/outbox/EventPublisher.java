package org.centrallobby.mail.outbox;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centrallobby.mail.tracing.Traceparent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands events to Kafka as CloudEvents 1.0 in binary mode, each in the trace of the work that wrote it. */
@ApplicationScoped
class EventPublisher {
    /** The channel's {@code delivery.timeout.ms}: for so long an event may be under way that nobody waits for any more. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final MutinyEmitter<String> events;
    private final OutboxConfig config;
    private final URI source;

    EventPublisher(
            @Channel("events-out") MutinyEmitter<String> events,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.events = events;
        this.config = config;
        this.source = URI.create("/" + service);
    }

    /**
     * Returns when Kafka has all of them. Those of one key leave one after the other: the channel offers again by itself what
     * Kafka did not take, and meanwhile the next would pass it. The caller's transaction is suspended: it must not travel to the
     * threads of the Kafka client.
     *
     * @throws NotPublished if one was refused or time ran out; any of them may have been published all the same
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void publish(List<OutboxRecord> records) {
        var abandoned = new AtomicBoolean();
        var ofKeys = new HashMap<String, CompletableFuture<Void>>();
        for (var record : records) {
            var before = ofKeys.getOrDefault(keyOf(record), CompletableFuture.completedFuture(null));
            ofKeys.put(keyOf(record), before.thenCompose(done -> send(record, abandoned)));
        }
        var all = CompletableFuture.allOf(ofKeys.values().toArray(CompletableFuture<?>[]::new));
        try {
            await(all, config.publishTimeout());
        } catch (TimeoutException e) {
            // None may still be under way when they are offered again: it could come after its successors.
            abandoned.set(true);
            settle(all);
            throw new NotPublished(e);
        }
    }

    private static String keyOf(OutboxRecord record) {
        return record.topic() + '/' + record.key();
    }

    private CompletableFuture<Void> send(OutboxRecord record, AtomicBoolean abandoned) {
        return abandoned.get()
                ? CompletableFuture.failedFuture(new CancellationException())
                : events.sendMessage(message(record)).subscribeAsCompletionStage();
    }

    private static void await(CompletableFuture<Void> sent, Duration patience) throws TimeoutException {
        try {
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished(e);
        } catch (ExecutionException e) {
            throw new NotPublished(e);
        }
    }

    private static void settle(CompletableFuture<Void> sent) {
        try {
            await(sent.handle((done, failure) -> null), UNDER_WAY);
        } catch (TimeoutException e) {
            // Kafka's client keeps it longer than it promises; consumers know what they have had.
        }
    }

    private Message<String> message(OutboxRecord record) {
        return Message.of(record.payload())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(record.topic())
                        .withKey(record.key())
                        .build())
                .addMetadata(OutgoingCloudEventMetadata.<String>builder()
                        .withId(record.id().toString())
                        .withSource(source)
                        .withType(record.type())
                        .withSubject(record.key())
                        .withTimestamp(record.occurredAt().atZone(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .build())
                .addMetadata(TracingMetadata.withCurrent(Traceparent.context(record.traceparent())));
    }

    /** Kafka did not take all events in time. */
    static final class NotPublished extends RuntimeException {
        NotPublished(Throwable cause) {
            super("Kafka did not take the events", cause);
        }
    }
}
