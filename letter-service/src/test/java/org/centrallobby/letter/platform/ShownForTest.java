package org.centrallobby.letter.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShownForTest {
    private static final UUID CAMPAIGN = UUID.randomUUID();
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void aFigureIsTheSameForAMoment() {
        var shown = shownFor(LONG);
        var figures = new AtomicInteger();

        assertThat(shown.of(CAMPAIGN, figures::incrementAndGet)).isEqualTo(1);
        assertThat(shown.of(CAMPAIGN, figures::incrementAndGet)).isEqualTo(1);
        assertThat(shown.of(UUID.randomUUID(), figures::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void withoutAMomentEachFigureIsNew() {
        var shown = shownFor(Duration.ZERO);
        var figures = new AtomicInteger();

        assertThat(shown.of(CAMPAIGN, figures::incrementAndGet)).isEqualTo(1);
        assertThat(shown.of(CAMPAIGN, figures::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoAsksWhileItIsWorkedOutIsShownTheLastOne() throws InterruptedException {
        var shown = shownFor(SHORT);
        shown.of(CAMPAIGN, () -> 1);
        Thread.sleep(SHORT);

        // Within the work itself: to wait for it would be for ever.
        var renewed = shown.of(CAMPAIGN, () -> {
            assertThat(shown.of(CAMPAIGN, () -> 3)).isEqualTo(1);
            return 2;
        });

        assertThat(renewed).isEqualTo(2);
        assertThat(shown.of(CAMPAIGN, () -> 4)).isEqualTo(2);
    }

    @Test
    void whoAsksWhileTheFirstOneIsWorkedOutDoesNotWaitEither() {
        var shown = shownFor(LONG);

        assertThat(shown.of(CAMPAIGN, () -> 1 + shown.of(CAMPAIGN, () -> 1))).isEqualTo(2);
    }

    @Test
    void aFigureThatCannotBeWorkedOutIsTriedAgainByTheNext() throws InterruptedException {
        var shown = shownFor(SHORT);
        shown.of(CAMPAIGN, () -> 1);
        Thread.sleep(SHORT);

        assertThatIllegalStateException()
                .isThrownBy(() -> shown.of(CAMPAIGN, () -> {
                    throw new IllegalStateException("the database is away");
                }));

        assertThat(shown.of(CAMPAIGN, () -> 2)).isEqualTo(2);
    }

    private static ShownFor<UUID, Integer> shownFor(Duration moment) {
        return new ShownFor<>(() -> moment);
    }
}
