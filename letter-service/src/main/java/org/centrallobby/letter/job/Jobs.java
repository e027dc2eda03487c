package org.centrallobby.letter.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/**
 * Runs jobs in batches, each a transaction of its own under the job's lock. A job that fails is told to the log and tried again in
 * its next round; its caller goes on to whatever comes after it.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private static final int BATCH = 100;
    /** What is left after so many waits for the next round, so that a run ends. */
    private static final int BATCHES = 100;

    private final EntityManager database;

    Jobs(EntityManager database) {
        this.database = database;
    }

    /**
     * Runs a job until there is nothing left to do or another replica is at it.
     *
     * @param work does up to as many pieces as it is told and says how many it found
     */
    public void run(Job job, IntUnaryOperator work) {
        run(job, BATCH, work);
    }

    /**
     * The same for pieces that are done together.
     *
     * @param pieces how many make a batch
     */
    public void run(Job job, int pieces, IntUnaryOperator work) {
        inBatches(job, pieces, () -> inTurn(job, () -> work.applyAsInt(pieces)));
    }

    /**
     * The same for pieces that have nothing to do with each other: one that fails is left to the next round, and keeps no other
     * from being done.
     *
     * @param due finds the ids of up to as many pieces as it is told
     * @param work does one of them, in the transaction in which it was found
     */
    public void each(Job job, IntFunction<List<UUID>> due, Consumer<UUID> work) {
        var round = new Round(due, work);
        inBatches(job, BATCH, () -> batch(job, round));
        round.firstFailure()
                .ifPresent(failure -> LOG.errorf(
                        failure,
                        "Job %s could not do %d of its pieces, %s first; the next round tries them again",
                        job,
                        round.failed().size(),
                        round.failed().iterator().next()));
    }

    private void inBatches(Job job, int pieces, IntSupplier batch) {
        try {
            for (var done = 0; done < BATCHES; done++) {
                if (batch.getAsInt() < pieces) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Job %s failed; the next round tries it again", job);
        }
    }

    private int batch(Job job, Round round) {
        try {
            return attempt(job, round, BATCH);
        } catch (RuntimeException e) {
            if (!round.isAtWork()) {
                throw e;
            }
            return singly(job, round);
        }
    }

    private int singly(Job job, Round round) {
        for (var piece = 0; piece < BATCH; piece++) {
            try {
                if (attempt(job, round, 1) == 0) {
                    return 0;
                }
            } catch (RuntimeException e) {
                if (!round.isAtWork() || !round.passesOver(e)) {
                    throw e;
                }
            }
        }
        return BATCH;
    }

    private int attempt(Job job, Round round, int pieces) {
        round.begin();
        return inTurn(job, () -> round.work(pieces));
    }

    private int inTurn(Job job, IntSupplier work) {
        return QuarkusTransaction.requiringNew().call(() -> isOurs(job) ? work.getAsInt() : 0);
    }

    private boolean isOurs(Job job) {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, job.lock())
                .getSingleResult();
    }
}
