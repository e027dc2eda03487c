package org.centrallobby.letter.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.IntUnaryOperator;

/** Runs jobs in batches, each a transaction of its own under the job's lock. */
@ApplicationScoped
public class Jobs {
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
        for (var batch = 0; batch < BATCHES; batch++) {
            var found = QuarkusTransaction.requiringNew().call(() -> isOurs(job) ? work.applyAsInt(pieces) : 0);
            if (found < pieces) {
                return;
            }
        }
    }

    private boolean isOurs(Job job) {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, job.lock())
                .getSingleResult();
    }
}
