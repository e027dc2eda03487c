package org.centrallobby.mail.queue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** What time does to mails. The rows are locked one replica at a time, so that every replica may do it. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Aging aging;

    Housekeeping(Aging aging) {
        this.aging = aging;
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void everyFewSeconds() {
        repeat("given up", aging::expire);
        repeat("settled", aging::settle);
        repeat("forgotten", aging::eraseAsked);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyHour() {
        repeat("erased", aging::erase);
        repeat("deleted", aging::delete);
    }

    /** A step that fails keeps none of the others from being taken, and is taken again the next time. */
    private static void repeat(String what, IntSupplier batch) {
        var total = 0;
        try {
            int done;
            do {
                done = batch.getAsInt();
                total += done;
            } while (done == Aging.BATCH);
        } catch (Throwable e) {
            LOG.errorf(e, "Mails could not be %s; it is tried again", what);
        }
        if (total > 0) {
            LOG.infof("Mails %s: %d", what, total);
        }
    }
}
