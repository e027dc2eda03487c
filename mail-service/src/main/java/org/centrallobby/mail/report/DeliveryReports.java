package org.centrallobby.mail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.outbox.Outbox;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.tracing.Traceparent;
import org.jspecify.annotations.Nullable;

/** Reports what becomes of mails, in the transaction that makes it so. */
@ApplicationScoped
public class DeliveryReports {
    private static final String TOPIC = "mail.delivery.v1";

    private final Outbox outbox;
    private final InstantSource clock;

    DeliveryReports(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A report as its writer knows it; when it happened is added.
     *
     * @param traceparent the work that it tells of; null where that is part of no trace
     */
    public record News(
            UUID mail,
            MailKind kind,
            Outcome outcome,
            int attempts,
            @Nullable Reply reply,
            @Nullable Reason reason,
            @Nullable String traceparent) {
        public News(
                UUID mail,
                MailKind kind,
                Outcome outcome,
                int attempts,
                @Nullable Reply reply,
                @Nullable Reason reason) {
            this(mail, kind, outcome, attempts, reply, reason, Traceparent.current());
        }

        public News(UUID mail, MailKind kind, Outcome outcome, int attempts, @Nullable Reply reply) {
            this(mail, kind, outcome, attempts, reply, null);
        }
    }

    /** Adds a report to the running transaction. */
    public void add(UUID mail, MailKind kind, Outcome outcome, int attempts, @Nullable Reply reply) {
        addAll(List.of(new News(mail, kind, outcome, attempts, reply)));
    }

    /** Adds reports to the running transaction. */
    public void addAll(List<News> news) {
        outbox.addAll(news.stream().map(this::event).toList());
    }

    private Outbox.Event event(News news) {
        return new Outbox.Event(
                TOPIC,
                news.mail().toString(),
                "org.centrallobby.mail.%s.v1".formatted(news.outcome().word()),
                new DeliveryReport(
                        news.mail(),
                        news.kind(),
                        news.outcome(),
                        clock.instant(),
                        news.attempts(),
                        news.reply(),
                        news.reason()),
                news.traceparent());
    }
}
