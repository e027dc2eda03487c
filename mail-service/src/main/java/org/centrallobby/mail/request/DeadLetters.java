package org.centrallobby.mail.request;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Where records go that nobody could take: as they came, with the reason and the place they came from in their headers, named
 * as SmallRye's own dead-letter queue names them. That one takes whole batches; here one bad record must not take its
 * neighbours with it.
 */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MutinyEmitter<String> emitter;

    DeadLetters(@Channel("dead-letters-out") MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Returns when Kafka has the record; throws where it does not take it now. */
    void put(ConsumerRecord<String, String> record, Malformed why) {
        var reason = why.getMessage() == null ? "" : why.getMessage();
        LOG.warnf("A record of the topic %s was put aside: %s", record.topic(), reason);
        var headers = new RecordHeaders(record.headers().toArray());
        header(headers, "dead-letter-reason", reason);
        header(headers, "dead-letter-exception-class-name", Malformed.class.getName());
        header(headers, "dead-letter-topic", record.topic());
        header(headers, "dead-letter-partition", Integer.toString(record.partition()));
        header(headers, "dead-letter-offset", Long.toString(record.offset()));
        emitter.sendMessage(Message.of(record.value() == null ? "" : record.value())
                        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(record.topic() + ".dlq")
                                .withKey(record.key())
                                .withHeaders(headers)
                                .build()))
                .await()
                .atMost(PATIENCE);
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
