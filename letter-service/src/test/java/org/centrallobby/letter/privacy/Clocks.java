package org.centrallobby.letter.privacy;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages run the retention clocks. */
@ApplicationScoped
public class Clocks {
    private final RetentionJobs jobs;

    Clocks(RetentionJobs jobs) {
        this.jobs = jobs;
    }

    public void run() {
        jobs.forget();
    }
}
