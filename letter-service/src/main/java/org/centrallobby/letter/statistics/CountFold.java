package org.centrallobby.letter.statistics;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Keeps the journal short. */
@ApplicationScoped
class CountFold {
    private final Jobs jobs;
    private final CountJournal journal;

    CountFold(Jobs jobs, CountJournal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    @Scheduled(every = "10s", delayed = "5s")
    void fold() {
        jobs.run(Job.FOLD, journal::fold);
    }
}
