package org.centrallobby.letter.ownmailbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Forgets old handovers. */
@ApplicationScoped
class HandoverJobs {
    /** How long a late writer is told that it was too late, and not that nothing is known. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int ROWS = 5_000;

    private final Jobs jobs;
    private final HandoverRows rows;
    private final InstantSource clock;

    HandoverJobs(Jobs jobs, HandoverRows rows, InstantSource clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        jobs.run(Job.HANDOVERS, ROWS, limit -> rows.forget(clock.instant().minus(REMEMBERED), limit));
    }
}
