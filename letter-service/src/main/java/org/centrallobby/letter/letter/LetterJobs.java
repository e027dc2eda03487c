package org.centrallobby.letter.letter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** What happens to letters when nobody does anything. */
@ApplicationScoped
class LetterJobs {
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
        jobs.run(Job.DEADLINES, limit -> each(letters.overdue(steps.now(), limit), this::fall));
    }

    /** Sends held letters whose seat has been filled. */
    @Scheduled(every = "30s", delayed = "15s")
    void releaseHeld() {
        jobs.run(Job.RELEASE, limit -> each(letters.releasable(limit), dispatch::release));
    }

    /** Forgets who was written to of late. */
    @Scheduled(every = "1h", delayed = "1m")
    void forgetAllowances() {
        jobs.run(Job.ERASURE, allowance::forget);
    }

    private int each(List<UUID> ids, Consumer<Letter> work) {
        ids.forEach(id -> letters.locked(id).ifPresent(work));
        return ids.size();
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
