package org.centrallobby.mail.pacing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;

/** Forgets what pacing does not need any more: when mailboxes were written to last, and lanes that nobody uses. */
@ApplicationScoped
class Forgetting {
    private static final int BATCH = 1_000;

    private final Paces paces;
    private final Lanes lanes;

    Forgetting(Paces paces, Lanes lanes) {
        this.paces = paces;
        this.lanes = lanes;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        repeat(() -> paces.forget(BATCH));
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyDay() {
        repeat(() -> lanes.forget(BATCH));
    }

    private static void repeat(IntSupplier some) {
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(some::getAsInt);
        } while (forgotten == BATCH);
    }
}
