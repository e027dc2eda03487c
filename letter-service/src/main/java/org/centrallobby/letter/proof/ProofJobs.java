package org.centrallobby.letter.proof;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Forgets proofs that have expired. */
@ApplicationScoped
class ProofJobs {
    private static final int ROWS = 1_000;
    /** A replica whose clock is behind still takes a proof for a while that has expired by this one's. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Jobs jobs;
    private final SpentProofs proofs;
    private final InstantSource clock;

    ProofJobs(Jobs jobs, SpentProofs proofs, InstantSource clock) {
        this.jobs = jobs;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "50s")
    void forget() {
        jobs.run(Job.PROOFS, ROWS, limit -> proofs.forget(clock.instant().minus(CLOCKS_DIFFER), limit));
    }
}
