package org.centrallobby.mail.suppression;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Forgets mailboxes whose time on the list is over; every replica may do it. */
@ApplicationScoped
class SuppressionPurge {
    private static final Logger LOG = Logger.getLogger(SuppressionPurge.class);

    private final Suppressions suppressions;
    private final InstantSource clock;

    SuppressionPurge(Suppressions suppressions, InstantSource clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var total = 0;
        for (var gone = once(); gone > 0; gone = once()) {
            total += gone;
        }
        if (total > 0) {
            LOG.infof("Suppressions that ran out: %d", total);
        }
    }

    private int once() {
        return QuarkusTransaction.requiringNew().call(() -> suppressions.purge(clock.instant()));
    }
}
