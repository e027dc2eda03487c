package org.centrallobby.mail.request;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centrallobby.mail.queue.NewMail;
import org.centrallobby.mail.queue.Queue;
import org.centrallobby.mail.tracing.Traceparent;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is asked for from Kafka, as many records in one transaction as have come. A record that nobody could take is put
 * aside with its reason and harms none of its neighbours; what cannot be taken now, as the database is away, is tried until
 * it can, and Kafka is told of none of it before.
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
    private final DeadLetters deadLetters;
    private volatile boolean stopping;

    MailRequests(MailRequestReading reading, Queue queue, DeadLetters deadLetters) {
        this.reading = reading;
        this.queue = queue;
        this.deadLetters = deadLetters;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    @Incoming("mail-requests-in")
    @Blocking
    Uni<Void> take(ConsumerRecords<String, String> records) {
        var left = new ArrayDeque<ConsumerRecord<String, String>>();
        records.forEach(left::add);
        var wait = SHORTEST_WAIT;
        while (!stopping) {
            try {
                enterAll(left);
                return Uni.createFrom().voidItem();
            } catch (RuntimeException e) {
                LOG.warnf(e, "Mail requests wait for the database or for Kafka: %d", left.size());
                sleep(wait);
                wait = Math.min(2 * wait, LONGEST_WAIT);
            }
        }
        // Neither taken nor refused: whoever reads the topic next begins with them.
        return Uni.createFrom().nothing();
    }

    /** Takes out what is done with. */
    private void enterAll(Deque<ConsumerRecord<String, String>> left) {
        while (!left.isEmpty()) {
            var mails = mailsAtHead(left);
            if (mails.size() > 1 && enterTogether(mails)) {
                mails.forEach(mail -> left.remove());
            } else {
                enter(left.element());
                left.remove();
            }
        }
    }

    /** The good requests for mails with which the queue begins; what else may be asked, or is wrong, keeps its place among them. */
    private List<NewMail> mailsAtHead(Deque<ConsumerRecord<String, String>> left) {
        var mails = new ArrayList<NewMail>();
        for (var record : left) {
            if (!type(record).equals(REQUESTED)) {
                break;
            }
            try {
                mails.add(request(record));
            } catch (Malformed e) {
                break;
            }
        }
        return mails;
    }

    /** False where the database refuses a value of one of them: each must be looked at by itself. */
    private boolean enterTogether(List<NewMail> mails) {
        try {
            queue.accept(mails);
            return true;
        } catch (RuntimeException e) {
            if (refusal(e) == null) {
                throw e;
            }
            return false;
        }
    }

    private void enter(ConsumerRecord<String, String> record) {
        try (var scope = Traceparent.context(traceparent(record)).makeCurrent()) {
            switch (type(record)) {
                case REQUESTED -> queue.accept(List.of(request(record)));
                case RECALLED -> queue.recall(reading.recall(record.value()));
                case ERASURE_REQUESTED -> queue.forget(reading.erasure(record.value()));
                default -> throw new Malformed("ce_type is none that this service takes");
            }
        } catch (Malformed e) {
            deadLetters.put(record, e);
        } catch (RuntimeException e) {
            var refusal = refusal(e);
            if (refusal == null) {
                throw e;
            }
            deadLetters.put(record, refusal);
        }
    }

    private NewMail request(ConsumerRecord<String, String> record) {
        return reading.request(record.value(), traceparent(record));
    }

    private static String type(ConsumerRecord<String, String> record) {
        var type = header(record, "ce_type");
        return type == null ? "" : type;
    }

    private static @Nullable String traceparent(ConsumerRecord<String, String> record) {
        return Traceparent.checked(header(record, Traceparent.HEADER));
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Classes 22 and 23 of SQLSTATE are about the values: they would be refused again each time. Null for anything else. */
    private static @Nullable Malformed refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith("22") || state.startsWith("23")) {
                    return new Malformed("the database refuses a value (%s)".formatted(state));
                }
            }
        }
        return null;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
