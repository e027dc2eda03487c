package org.centrallobby.letter.confirmation;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages run the job of reminders. */
@ApplicationScoped
public class Reminding {
    private final ConfirmationJobs jobs;

    Reminding(ConfirmationJobs jobs) {
        this.jobs = jobs;
    }

    public void remind() {
        jobs.remind();
    }
}
