package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.mail.queue.RelayGate.Entry;
import org.centrallobby.mail.smtp.Reply;
import org.junit.jupiter.api.Test;

class RelayGateTest {
    private static final Reply DOWN = Reply.none("The relay could not be reached");

    private final AtomicLong nanos = new AtomicLong();
    private final RelayGate gate =
            new RelayGate(Quick.PRODUCTION, InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")), nanos::get);

    @Test
    void whileTheRelayIsDownOneMailAtATimeTriesItAtGrowingIntervals() {
        for (var worker = 0; worker < 8; worker++) {
            gate.failed(Entry.OPEN, DOWN);
        }
        for (var pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(gate.enter()).isEqualTo(Entry.SHUT);
            passes(Duration.ofSeconds(pause).minusNanos(1));
            assertThat(gate.enter()).as("before %d s", pause).isEqualTo(Entry.SHUT);
            passes(Duration.ofNanos(1));
            assertThat(gate.enter()).isEqualTo(Entry.PROBE);
            assertThat(gate.enter()).isEqualTo(Entry.SHUT);
            gate.failed(Entry.PROBE, DOWN);
        }
    }

    @Test
    void theFirstMailThatPassesLetsEverybodyIn() {
        gate.failed(Entry.OPEN, DOWN);
        assertThat(gate.trouble()).isNotNull();
        passes(Duration.ofSeconds(1));
        assertThat(gate.enter()).isEqualTo(Entry.PROBE);

        gate.passed();

        assertThat(gate.enter()).isEqualTo(Entry.OPEN);
        assertThat(gate.enter()).isEqualTo(Entry.OPEN);
        assertThat(gate.trouble()).isNull();
    }

    @Test
    void aProbeThatFindsNoMailLeavesTheNextToAnother() {
        gate.failed(Entry.OPEN, DOWN);
        passes(Duration.ofSeconds(1));
        gate.leave(gate.enter());

        assertThat(gate.enter()).isEqualTo(Entry.PROBE);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
