package org.centrallobby.letter.letter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** What happens to letters when nobody does anything. */
@ApplicationScoped
class LetterJobs {
    /** A row for each mail of the day before: a million of them are gone within a few hours. */
    private static final int ROWS = 5_000;

    private final Jobs jobs;
    private final Letters letters;
    private final LetterSteps steps;
    private final Dispatch dispatch;
    private final WriterNews news;
    private final MailAllowance allowance;

    LetterJobs(
            Jobs jobs,
            Letters letters,
            LetterSteps steps,
            Dispatch dispatch,
            WriterNews news,
            MailAllowance allowance) {
        this.jobs = jobs;
        this.letters = letters;
        this.steps = steps;
        this.dispatch = dispatch;
        this.news = news;
        this.allowance = allowance;
    }

    /** Lets every letter whose time in its state is over fall to the state that the lifecycle names. */
    @Scheduled(every = "1m", delayed = "10s")
    void endWaiting() {
        jobs.each(Job.DEADLINES, limit -> letters.overdue(steps.now(), limit), locked(this::fall));
    }

    /** Sends held letters whose seat has been filled. */
    @Scheduled(every = "30s", delayed = "15s")
    void releaseHeld() {
        jobs.each(Job.RELEASE, letters::releasable, locked(dispatch::release));
    }

    /** Forgets who was written to of late. */
    @Scheduled(every = "1h", delayed = "1m")
    void forgetAllowances() {
        jobs.run(Job.ERASURE, ROWS, allowance::forget);
    }

    private Consumer<UUID> locked(Consumer<Letter> work) {
        return id -> letters.locked(id).ifPresent(work);
    }

    /** Lets a letter fall whose time in its state is over; another stays where it is. */
    void fall(Letter letter) {
        var deadline = letter.deadline();
        if (deadline == null || deadline.isAfter(steps.now())) {
            return;
        }
        var before = letter.state();
        var next = LetterLifecycle.deadline(before).orElseThrow().fallsTo();
        steps.take(letter, next, "deadline");
        if (next == LetterState.LAPSED) {
            letter.eraseAll(steps.now());
        } else {
            news.of(letter, before);
        }
    }
}
