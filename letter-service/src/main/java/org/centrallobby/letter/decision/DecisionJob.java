package org.centrallobby.letter.decision;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.letter.ChosenLetters;
import org.centrallobby.letter.statistics.CountJournal;

/**
 * Carries decisions out, a batch of letters in each transaction: what is done to a letter, what is taken back of its counts
 * and how far the decision is commit together, so that a crash repeats nothing and leaves nothing out.
 */
@ApplicationScoped
class DecisionJob {
    private static final int BATCH = 500;
    /** So many are looked at in a round: far more than people make. */
    private static final int MOST = 100;

    private final Jobs jobs;
    private final Decisions decisions;
    private final ChosenLetters letters;
    private final CountJournal journal;
    private final InstantSource clock;

    DecisionJob(Jobs jobs, Decisions decisions, ChosenLetters letters, CountJournal journal, InstantSource clock) {
        this.jobs = jobs;
        this.decisions = decisions;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void carryOut() {
        carryOut(BATCH);
    }

    void carryOut(int batch) {
        decisions.unfinished(MOST).forEach(id -> carryOut(id, batch));
    }

    private void carryOut(UUID id, int batch) {
        jobs.run(
                Job.DECISIONS,
                batch,
                limit -> decisions
                        .unfinished(id)
                        .map(decision -> {
                            advance(decision, limit);
                            return limit;
                        })
                        .orElse(0));
    }

    private void advance(Decision decision, int limit) {
        var next = letters.lockNext(decision.choice(), decision.reached(), limit);
        if (!next.isEmpty()) {
            decision.advance(next.getLast(), done(decision, next));
        } else if (decision.reached() != null) {
            // A letter may have been committed behind the place where the job was already: only a round without any is
            // the last.
            decision.goRound();
        } else {
            decision.finish(clock.instant());
        }
    }

    private ChosenLetters.Tally done(Decision decision, List<UUID> batch) {
        return switch (decision.choice().purpose()) {
            case RECALL -> letters.recall(batch);
            case INVALIDATION -> {
                // Before anything happens to them: the histories say what they have counted for until now.
                journal.takeBack(batch);
                yield letters.invalidate(batch);
            }
        };
    }
}
