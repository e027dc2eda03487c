package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes down what workers did and answers whether they may go on: one thread, one transaction for whatever has gathered
 * while the last one was committed. So a mail costs a share of a commit, and there is still never more than one mail a
 * worker of which nobody could tell whether it was sent.
 *
 * <p>An outcome is written for good, if need be after an outage; until then nobody is let through.
 */
class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final int MOST_AT_ONCE = 256;
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Records records;
    private final Duration validity;
    private final Consumer<Claimed> done;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(10_000);
    private final Thread thread = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
    private volatile boolean failing;
    private volatile boolean closing;

    /** What became of a mail, that it was not begun, or the question whether it may be handed over. */
    private sealed interface Line {
        record Outcome(Step step) implements Line {}

        record Return(Claimed mail) implements Line {}

        record Question(Claimed mail, CompletableFuture<Boolean> answer) implements Line {}
    }

    /** Writes it down for good, in one transaction; see {@link Claims#record}. */
    interface Records {
        Claims.Recorded record(List<Step> taken, List<Claimed> returned, Collection<Claimed> asking, Duration validity);
    }

    /**
     * @param validity how long after its claim a mail may be begun; a worker waits no longer for an answer
     * @param done is told of each mail that is out of this process's hands
     */
    Ledger(Records records, Duration validity, Consumer<Claimed> done) {
        this.records = records;
        this.validity = validity;
        this.done = done;
    }

    void start() {
        thread.start();
    }

    /** Writes what there is, as long as that takes no longer than given. */
    void close(Duration patience) throws InterruptedException {
        closing = true;
        thread.join(patience);
    }

    /** Whether outcomes can be written down, as far as is known. */
    boolean canRecord() {
        return !failing;
    }

    /** Takes note of what became of a mail; it is written soon, before any question that comes later is answered. */
    void note(Step step) {
        enter(new Line.Outcome(step));
    }

    /** Puts a mail back in line that was not begun. */
    void giveBack(Claimed mail) {
        enter(new Line.Return(mail));
    }

    private void enter(Line line) {
        try {
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the mail may be handed over. If the answer is yes it is written down that it is being handed over. */
    boolean permits(Claimed mail) {
        var answer = new CompletableFuture<Boolean>();
        try {
            lines.put(new Line.Question(mail, answer));
            return answer.get(validity.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            // A yes that came now would be for a mail that may not be begun any more.
            LOG.warnf("Nobody said in time whether mail %s may be handed over: it waits", mail.id());
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Questions are answered, never failed", e);
        }
    }

    private void run() {
        var gathered = new ArrayList<Line>();
        while (!closing || !lines.isEmpty()) {
            try {
                gather(gathered);
                if (!gathered.isEmpty()) {
                    settle(gathered);
                }
                gathered.clear();
            } catch (Throwable e) {
                // The ledger outlives what nobody thought of, and settles the same lines again: that changes nothing
                // twice.
                LOG.error("The ledger could not be kept", e);
                pause();
            }
        }
    }

    /** Adds what has come, where nothing is left of the last time. */
    private void gather(List<Line> gathered) {
        if (!gathered.isEmpty()) {
            return;
        }
        try {
            var first = lines.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                gathered.add(first);
                lines.drainTo(gathered, MOST_AT_ONCE - 1);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; what is in the lines would be lost.
            LOG.debug("The ledger was interrupted", e);
        }
    }

    private void settle(List<Line> gathered) {
        var steps = gathered.stream()
                .filter(Line.Outcome.class::isInstance)
                .map(line -> ((Line.Outcome) line).step())
                .toList();
        var returned = gathered.stream()
                .filter(Line.Return.class::isInstance)
                .map(line -> ((Line.Return) line).mail())
                .toList();
        var questions = gathered.stream()
                .filter(Line.Question.class::isInstance)
                .map(Line.Question.class::cast)
                .toList();
        try {
            var asking = questions.stream().map(Line.Question::mail).toList();
            var recorded = records.record(steps, returned, asking, validity);
            recorded.lost()
                    .forEach(mail -> LOG.warnf(
                            "Mail %s was taken over by another sender while this one had it: nothing is overwritten",
                            mail));
            questions.forEach(question -> question.answer()
                    .complete(recorded.permitted().contains(question.mail().id())));
        } catch (Throwable e) {
            questions.forEach(question -> question.answer().complete(false));
            if (!steps.isEmpty() || !returned.isEmpty()) {
                LOG.warn("Outcomes could not be written down: no mail is begun until they are", e);
                writeForGood(steps, returned);
            } else {
                LOG.warn("The database does not say whether mails may be handed over: they wait", e);
                pause();
            }
        }
        steps.forEach(step -> done.accept(step.mail()));
        returned.forEach(done);
    }

    /** An outcome that nobody writes down is a mail sent twice. */
    private void writeForGood(List<Step> steps, List<Claimed> returned) {
        failing = true;
        try {
            do {
                pause();
                refuseWaiting();
            } while (!succeeds(steps, returned) && !closing);
        } finally {
            failing = false;
        }
    }

    private boolean succeeds(List<Step> steps, List<Claimed> returned) {
        try {
            records.record(steps, returned, List.of(), validity);
            return true;
        } catch (Throwable e) {
            LOG.debug("Outcomes could still not be written down", e);
            return false;
        }
    }

    /** Whoever asks meanwhile holds a server at its recipient: the answer is no, not silence. Outcomes keep their order. */
    private void refuseWaiting() {
        var waiting = new ArrayList<Line>();
        lines.drainTo(waiting);
        for (var line : waiting) {
            switch (line) {
                case Line.Question question -> question.answer().complete(false);
                case Line.Outcome outcome -> enter(outcome);
                case Line.Return same -> enter(same);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            LOG.debug("The ledger was interrupted", e);
        }
    }
}
