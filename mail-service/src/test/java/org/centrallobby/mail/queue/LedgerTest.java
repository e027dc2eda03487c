package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.queue.Claims.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a ledger does when something is thrown that nobody thought of: questions are answered, outcomes are kept. */
class LedgerTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<Step> written = new CopyOnWriteArrayList<>();
    private final List<Claimed> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger errors = new AtomicInteger();
    private @Nullable Ledger ledger;

    @AfterEach
    void itIsClosed() throws InterruptedException {
        if (ledger != null) {
            ledger.close(SOON);
        }
    }

    @Test
    void anErrorIsANoAndTheNextQuestionIsAnsweredAgain() {
        errors.set(1);
        var begun = begun(LONG, done::add);

        assertThat(asked(begun)).succeedsWithin(SOON).isEqualTo(false);
        assertThat(asked(begun)).succeedsWithin(SOON).isEqualTo(true);
    }

    @Test
    void anOutcomeIsWrittenAfterErrorsAsAfterAnOutage() {
        errors.set(2);
        var begun = begun(LONG, done::add);
        var step = sent();

        begun.note(step);

        await().atMost(SOON).until(() -> done.contains(step.mail()));
        assertThat(written).containsExactly(step);
        assertThat(begun.canRecord()).isTrue();
    }

    @Test
    void anErrorAfterTheCommitLosesNothing() {
        var once = new AtomicInteger(1);
        var begun = begun(LONG, mail -> {
            if (once.getAndDecrement() > 0) {
                throw new LinkageError("of a test");
            }
            done.add(mail);
        });
        var step = sent();

        begun.note(step);

        await().atMost(SOON).until(() -> done.contains(step.mail()));
        assertThat(asked(begun)).succeedsWithin(SOON).isEqualTo(true);
    }

    @Test
    void nobodyWaitsForAnAnswerForLongerThanItIsGoodFor() {
        var silent = new CountDownLatch(1);
        var begun = new Ledger(
                (taken, returned, asking, validity) -> {
                    awaited(silent);
                    return new Recorded(Set.of(), Set.of());
                },
                Duration.ofMillis(50),
                done::add);
        begun.start();
        ledger = begun;

        try {
            assertThat(asked(begun)).succeedsWithin(SOON).isEqualTo(false);
        } finally {
            silent.countDown();
        }
    }

    private Ledger begun(Duration validity, Consumer<Claimed> ending) {
        var begun = new Ledger(
                (taken, returned, asking, same) -> {
                    if (errors.getAndDecrement() > 0) {
                        throw new StackOverflowError("of a test");
                    }
                    written.addAll(taken);
                    return new Recorded(
                            Set.of(), asking.stream().map(Claimed::id).collect(Collectors.toSet()));
                },
                validity,
                ending);
        begun.start();
        ledger = begun;
        return begun;
    }

    private static CompletableFuture<Boolean> asked(Ledger ledger) {
        return CompletableFuture.supplyAsync(() -> ledger.permits(InHand.mail(Requests.id())));
    }

    private static Step sent() {
        return new Step(InHand.mail(Requests.id()), MailState.SENT, Duration.ZERO, null, null);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
