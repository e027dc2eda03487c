package org.centrallobby.letter.statistics;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Keeps the journal short. */
@ApplicationScoped
class CountFold {
    /** The steps of some seconds at 1,000 letters a second: large, as steps that share a sum cost one change of it together. */
    private static final int BATCH = 10_000;

    private final Jobs jobs;
    private final CountJournal journal;

    CountFold(Jobs jobs, CountJournal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    @Scheduled(every = "5s", delayed = "5s")
    void fold() {
        jobs.run(Job.FOLD, BATCH, journal::fold);
    }
}
