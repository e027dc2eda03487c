package org.centrallobby.letter.outbox;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centrallobby.letter.tracing.Traceparent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands events to Kafka as CloudEvents 1.0 in binary mode, each in the trace of the work that wrote it. */
@ApplicationScoped
class EventPublisher {
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
     * Returns when Kafka has all of them. The caller's transaction is suspended meanwhile: it must not travel to the
     * threads of the Kafka client.
     *
     * @throws NotPublished if one was refused or time ran out; any of them may have been published all the same
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void publish(List<OutboxRecord> records) {
        var sent = records.stream()
                .map(record -> events.sendMessage(message(record)).subscribeAsCompletionStage())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(sent).get(config.publishTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotPublished(e);
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
