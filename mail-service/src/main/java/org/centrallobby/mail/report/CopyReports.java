package org.centrallobby.mail.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.mail.outbox.Outbox;

/** Reports that copies of letters came, which their writers sent from their own mailboxes. */
@ApplicationScoped
public class CopyReports {
    private static final String TOPIC = "mail.delivery.v1";
    private static final String RECEIVED = "org.centrallobby.mail.copy-received.v1";

    private final Outbox outbox;
    private final InstantSource clock;

    CopyReports(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The event's data; its schema is {@code copy.v1.schema.json}. */
    record CopyReceived(UUID letter, Instant at) {}

    /** Adds the report to the running transaction. */
    public void add(UUID letter) {
        outbox.add(TOPIC, letter.toString(), RECEIVED, new CopyReceived(letter, clock.instant()));
    }
}
