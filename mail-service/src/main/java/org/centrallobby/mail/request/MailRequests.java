package org.centrallobby.mail.request;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.centrallobby.mail.queue.Queue;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes what is asked for from Kafka. A record that nobody could take fails, which moves it to the dead letters with its
 * reason; a record that cannot be taken now, as the database is away, is tried until it can.
 */
@ApplicationScoped
class MailRequests {
    private static final Logger LOG = Logger.getLogger(MailRequests.class);
    private static final String REQUESTED = "org.centrallobby.mail.requested.v1";
    private static final String RECALLED = "org.centrallobby.mail.recalled.v1";
    private static final String ERASURE_REQUESTED = "org.centrallobby.mail.erasure-requested.v1";
    private static final long SHORTEST_WAIT = 200;
    private static final long LONGEST_WAIT = 5_000;

    private final MailRequestReading reading;
    private final Queue queue;
    private volatile boolean stopping;

    MailRequests(MailRequestReading reading, Queue queue) {
        this.reading = reading;
        this.queue = queue;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    @Incoming("mail-requests-in")
    @Blocking
    Uni<Void> take(ConsumerRecord<String, String> record) {
        var wait = SHORTEST_WAIT;
        while (!stopping) {
            try {
                enter(record);
                return Uni.createFrom().voidItem();
            } catch (Malformed e) {
                throw e;
            } catch (RuntimeException e) {
                rejectIfRefused(e);
                LOG.warnf(e, "A mail request waits for the database");
                sleep(wait);
                wait = Math.min(2 * wait, LONGEST_WAIT);
            }
        }
        // Neither taken nor refused: whoever reads the topic next begins with it.
        return Uni.createFrom().nothing();
    }

    private void enter(ConsumerRecord<String, String> record) {
        switch (type(record)) {
            case REQUESTED -> queue.accept(reading.request(record.value()));
            case RECALLED -> queue.recall(reading.recall(record.value()));
            case ERASURE_REQUESTED -> queue.forget(reading.erasure(record.value()));
            default -> throw new Malformed("ce_type is none that this service takes");
        }
    }

    private static String type(ConsumerRecord<String, String> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Classes 22 and 23 of SQLSTATE are about the values: they would be refused again each time. */
    private static void rejectIfRefused(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith("22") || state.startsWith("23")) {
                    throw new Malformed("the database refuses a value (%s)".formatted(state));
                }
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
