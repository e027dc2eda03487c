package org.centrallobby.letter.confirmation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.letter.LetterConfirming;

/** Reminds writers once, and forgets old questions. */
@ApplicationScoped
class ConfirmationJobs {
    static final Duration REMINDER_AFTER = Duration.ofDays(2);
    /** How long a late writer is told that it was too late, and not that nothing is known. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int ROWS = 5_000;

    private final Jobs jobs;
    private final ConfirmationRows rows;
    private final MailedConfirmations confirmations;
    private final LetterConfirming letters;
    private final InstantSource clock;

    ConfirmationJobs(
            Jobs jobs,
            ConfirmationRows rows,
            MailedConfirmations confirmations,
            LetterConfirming letters,
            InstantSource clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.confirmations = confirmations;
        this.letters = letters;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "20s")
    void remind() {
        var now = clock.instant();
        jobs.each(Job.REMINDERS, limit -> rows.unanswered(now.minus(REMINDER_AFTER), now, limit), letter -> {
            rows.findById(letter).reminded(now);
            letters.unconfirmed(letter).ifPresent(confirmations::remind);
        });
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        jobs.run(Job.FORGETTING, ROWS, limit -> rows.forget(clock.instant().minus(REMEMBERED), limit));
    }
}
