package org.centrallobby.letter.limit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Forgets what is counted no more, and with it the hashes of addresses. */
@ApplicationScoped
class LimitJobs {
    private static final int ROWS = 1_000;

    private final Jobs jobs;
    private final Counters counters;

    LimitJobs(Jobs jobs, Counters counters) {
        this.jobs = jobs;
        this.counters = counters;
    }

    @Scheduled(every = "1m", delayed = "40s")
    void forget() {
        jobs.run(Job.LIMITS, ROWS, counters::forget);
    }
}
