package org.centrallobby.letter.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.Progress;
import org.junit.jupiter.api.Test;

@ServiceTest
class LetterCountsTest {
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
        var before = counts.byConstituency(campaign);

        fold.fold();
        confirm("W07000002");
        fold.fold();
        fold.fold();

        assertThat(before)
                .containsExactly(
                        new ConstituencyCount("E14000001", "E14000001", 7),
                        new ConstituencyCount("W07000002", "W07000002", 1));
        assertThat(counts.byConstituency(campaign))
                .containsExactly(
                        new ConstituencyCount("E14000001", "E14000001", 7),
                        new ConstituencyCount("W07000002", "W07000002", 2));
        assertThat(progress.confirmed(campaign)).isEqualTo(9);
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
            var folds = threads.submit(() -> {
                while (!done.get()) {
                    QuarkusTransaction.requiringNew().run(() -> journal.fold(4));
                }
            });
            for (var round = 0; round < 100; round++) {
                assertThat(progress.confirmed(campaign)).isEqualTo(50);
            }
            done.set(true);
            folds.get();
        }
    }

    @Test
    void whatIsRolledBackDoesNotCount() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.add(campaign, "E14000001");
                    throw new IllegalStateException("the writer's letter could not be confirmed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(progress.confirmed(campaign)).isZero();
    }

    private void confirm(String constituency) {
        QuarkusTransaction.requiringNew().run(() -> journal.add(campaign, constituency));
    }
}
