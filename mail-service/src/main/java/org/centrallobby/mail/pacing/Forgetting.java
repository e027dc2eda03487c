package org.centrallobby.mail.pacing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Forgets what pacing does not need any more: when mailboxes were written to last. */
@ApplicationScoped
class Forgetting {
    private static final int BATCH = 1_000;

    private final Paces paces;

    Forgetting(Paces paces) {
        this.paces = paces;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        int forgotten;
        do {
            forgotten = some();
        } while (forgotten == BATCH);
    }

    @Transactional
    int some() {
        return paces.forget(BATCH);
    }
}
