package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.junit.jupiter.api.Test;

class LetterMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LetterMetrics metrics = new LetterMetrics(registry);

    @Test
    void everyStateIsKnownBeforeTheFirstLetter() {
        metrics.beginAtNought(new StartupEvent());

        assertThat(registry.find("letter.steps").counters())
                .hasSize(2 * LetterState.values().length)
                .allMatch(counter -> counter.count() == 0);
    }

    @Test
    void aStepIsCountedByWhereItLedAndTestsApart() {
        metrics.count(step(LetterState.SENT, Mode.LIVE));
        metrics.count(step(LetterState.SENT, Mode.LIVE));
        metrics.count(step(LetterState.SENT, Mode.TEST));

        assertThat(count("sent", "live")).isEqualTo(2);
        assertThat(count("sent", "test")).isEqualTo(1);
    }

    @Test
    void nothingOfALetterIsInItsLabels() {
        metrics.count(step(LetterState.AWAITING_CONFIRMATION, Mode.LIVE));

        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTags())
                        .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                        .containsExactly("mode=live", "to=awaiting-confirmation"));
    }

    private double count(String to, String mode) {
        return registry.get("letter.steps")
                .tags("to", to, "mode", mode)
                .counter()
                .count();
    }

    private static LetterStepTaken step(LetterState to, Mode mode) {
        var now = Instant.parse("2026-11-26T08:00:00Z");
        return new LetterStepTaken(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                mode,
                "E14001167",
                1,
                null,
                null,
                to,
                null,
                now,
                now,
                null,
                null,
                null,
                10,
                true);
    }
}
