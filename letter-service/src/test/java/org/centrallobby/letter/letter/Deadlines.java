package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets letters fall whose time is over, at once. */
@ApplicationScoped
public class Deadlines {
    private final LetterJobs jobs;

    Deadlines(LetterJobs jobs) {
        this.jobs = jobs;
    }

    public void end() {
        jobs.endWaiting();
    }
}
