package org.centrallobby.mail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.mail.outbox.Outbox;
import org.centrallobby.mail.smtp.Reply;
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

    /** Adds a report to the running transaction. */
    public void add(UUID mail, MailKind kind, Outcome outcome, int attempts, @Nullable Reply reply) {
        outbox.add(
                TOPIC,
                mail.toString(),
                "org.centrallobby.mail.%s.v1".formatted(outcome.word()),
                new DeliveryReport(mail, kind, outcome, clock.instant(), attempts, reply));
    }
}
