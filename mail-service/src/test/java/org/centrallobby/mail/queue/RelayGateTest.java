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
    private final RelayGate gate = new RelayGate(
            "default", 8, Quick.PRODUCTION, InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")), nanos::get);

    @Test
    void whileTheRelayIsDownOneMailAtATimeTriesItAtGrowingIntervals() {
        for (var worker = 0; worker < 5; worker++) {
            assertThat(gate.enter()).isEqualTo(Entry.OPEN);
        }
        for (var worker = 0; worker < 5; worker++) {
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
    void theFirstMailThatPassesLetsOneInThenTwoThenMore() {
        fails();
        assertThat(gate.trouble()).isNotNull();
        passes(Duration.ofSeconds(1));
        assertThat(gate.enter()).isEqualTo(Entry.PROBE);

        gate.passed(Entry.PROBE);

        assertThat(gate.trouble()).isNull();
        assertThat(entering(8)).isEqualTo(1);
        gate.passed(Entry.OPEN);
        assertThat(entering(8)).isEqualTo(2);
    }

    @Test
    void itBeginsNarrowAndIsNeverWiderThanItMayBe() {
        for (var round = 0; round < 6; round++) {
            var inside = entering(20);
            assertThat(inside).isBetween(5, 8);
            for (var worker = 0; worker < inside; worker++) {
                gate.passed(Entry.OPEN);
            }
        }
        assertThat(gate.width()).isEqualTo(8);
    }

    @Test
    void whoeverIsAskedForLessBecomesNarrowerByAPart() {
        for (var round = 0; round < 5; round++) {
            gate.enter();
            gate.slowed(Entry.OPEN);
        }
        assertThat(gate.width()).isEqualTo(3);
        for (var round = 0; round < 50; round++) {
            gate.enter();
            gate.slowed(Entry.OPEN);
        }
        assertThat(gate.width()).isEqualTo(1);
    }

    @Test
    void aProbeThatFindsNoMailLeavesTheNextToAnother() {
        fails();
        passes(Duration.ofSeconds(1));
        gate.leave(gate.enter());

        assertThat(gate.enter()).isEqualTo(Entry.PROBE);
    }

    private void fails() {
        gate.enter();
        gate.failed(Entry.OPEN, DOWN);
    }

    private int entering(int workers) {
        var inside = 0;
        for (var worker = 0; worker < workers; worker++) {
            inside += gate.enter() == Entry.OPEN ? 1 : 0;
        }
        return inside;
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
