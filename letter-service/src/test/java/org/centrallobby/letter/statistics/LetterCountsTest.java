package org.centrallobby.letter.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.Progress;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ServiceTest
class LetterCountsTest {
    private static final Instant WRITTEN = Instant.parse("2026-03-28T23:59:00Z");

    @Inject
    CountJournal journal;

    @Inject
    CountFold fold;

    @Inject
    LetterCounts counts;

    @Inject
    Progress progress;

    private final UUID campaign = UUID.randomUUID();

    @Test
    void foldingChangesNoCount() {
        IntStream.range(0, 7).forEach(letter -> confirm("E14000001"));
        confirm("W07000002");
        take("W07000002", LetterState.CONFIRMED, LetterState.HELD);
        var before = counts.of(campaign, Dimension.values());

        fold.fold();
        var folded = counts.of(campaign, Dimension.values());
        take("W07000002", LetterState.HELD, LetterState.CONFIRMED);
        take("W07000002", LetterState.CONFIRMED, LetterState.SENT);
        confirm("W07000002");
        fold.fold();
        fold.fold();

        assertThat(folded).isEqualTo(before);
        assertThat(counts.of(campaign, Dimension.CONSTITUENCY).by(Dimension.CONSTITUENCY))
                .extracting(Counts::key, Counts::written, Counts::confirmed, Counts::held, Counts::sent)
                .containsExactly(tuple("E14000001", 7L, 7L, 0L, 0L), tuple("W07000002", 2L, 2L, 0L, 1L));
        assertThat(progress.confirmed(campaign)).isEqualTo(9);
    }

    @Test
    void everyDimensionHasTheSameLetters() {
        IntStream.range(0, 5).forEach(letter -> confirm("E14000001"));
        take("E14000001", null, LetterState.AWAITING_CONFIRMATION);

        var all = counts.of(campaign, Dimension.values());

        assertThat(all.parts())
                .allSatisfy((dimension, parts) -> assertThat(
                                parts.stream().mapToLong(Counts::confirmed).sum())
                        .as("%s", dimension)
                        .isEqualTo(5));
        assertThat(all.by(Dimension.HOUR)).extracting(Counts::key).containsExactly("2026-03-28T23", "2026-03-29T00");
        assertThat(all.by(Dimension.MINUTES)).extracting(Counts::key).containsExactly("5");
        assertThat(all.by(Dimension.OWN_WORDS)).extracting(Counts::key).containsExactly("40");
        assertThat(all.by(Dimension.CHANNEL)).extracting(Counts::key).containsExactly("whatsapp");
        assertThat(all.total().awaitingConfirmation()).isOne();
        assertThat(all.total().ownWords()).isEqualTo(5 * 33);
    }

    @Test
    void aChannelThatNobodyConfirmedHasNoRow() {
        take("E14000001", null, LetterState.AWAITING_CONFIRMATION);

        assertThat(counts.of(campaign, Dimension.CHANNEL).by(Dimension.CHANNEL)).isEmpty();
    }

    @Test
    void whatDiesInTheMiddleOfAFoldIsCountedOnce() {
        IntStream.range(0, 5).forEach(letter -> confirm("E14000001"));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.fold(3);
                    throw new IllegalStateException("the process died");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(progress.confirmed(campaign)).isEqualTo(5);

        fold.fold();
        assertThat(progress.confirmed(campaign)).isEqualTo(5);
    }

    @Test
    void noReaderEverSeesALetterTwiceOrNotAtAll() throws Exception {
        var random = new Random(7);
        IntStream.range(0, 50).forEach(letter -> confirm("E1400000" + random.nextInt(5)));
        var done = new AtomicBoolean();

        try (var threads = Executors.newFixedThreadPool(3)) {
            var folds = IntStream.range(0, 2)
                    .mapToObj(folder -> threads.submit(() -> {
                        while (!done.get()) {
                            QuarkusTransaction.requiringNew().run(() -> journal.fold(4));
                        }
                    }))
                    .toList();
            for (var round = 0; round < 100; round++) {
                assertThat(progress.confirmed(campaign)).isEqualTo(50);
            }
            done.set(true);
            for (var folding : folds) {
                folding.get();
            }
        }
    }

    @Test
    void whatIsRolledBackDoesNotCount() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.note(step("E14000001", LetterState.AWAITING_CONFIRMATION, LetterState.CONFIRMED));
                    throw new IllegalStateException("the writer's letter could not be confirmed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(progress.confirmed(campaign)).isZero();
    }

    @Test
    void aLetterThatWasTakenBackDoesNotStand() {
        confirm("E14000001");
        confirm("E14000001");
        take("E14000001", LetterState.QUEUED, LetterState.RECALLED);

        assertThat(progress.confirmed(campaign)).isOne();

        // The relay had it already: what is true wins over what was wanted.
        take("E14000001", LetterState.RECALLED, LetterState.SENT);

        assertThat(progress.confirmed(campaign)).isEqualTo(2);
        assertThat(counts.of(campaign, Dimension.ALL).total().sent()).isOne();
    }

    private void confirm(String constituency) {
        take(constituency, null, LetterState.AWAITING_CONFIRMATION);
        take(constituency, LetterState.AWAITING_CONFIRMATION, LetterState.CONFIRMED);
    }

    private void take(String constituency, @Nullable LetterState from, LetterState to) {
        QuarkusTransaction.requiringNew().run(() -> journal.note(step(constituency, from, to)));
    }

    private LetterStepTaken step(String constituency, @Nullable LetterState from, LetterState to) {
        var confirmed = WRITTEN.plusSeconds(180);
        return new LetterStepTaken(
                UUID.randomUUID(),
                campaign,
                UUID.randomUUID(),
                Mode.LIVE,
                constituency,
                7,
                from,
                null,
                to,
                null,
                from == null ? WRITTEN : confirmed,
                WRITTEN,
                from == null ? null : confirmed,
                "www.example.org",
                "whatsapp",
                33,
                true);
    }
}
