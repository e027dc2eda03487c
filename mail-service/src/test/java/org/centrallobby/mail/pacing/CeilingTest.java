package org.centrallobby.mail.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingTest {
    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"1, 20", "2, 20", "5, 1", "30, 20", "240, 20", "1000, 100", "3600, 10"})
    void noWindowEverHoldsMoreHoweverEagerlyItIsAsked(int most, int burst) {
        var ceiling = Ceiling.of(most, burst, HOUR.plusSeconds(30));
        var random = new Random(most);
        var went = new ArrayList<Instant>();
        var due = Instant.MIN;
        var now = START;
        while (now.isBefore(START.plus(HOUR.multipliedBy(4)))) {
            var room = ceiling.room(due, now, 1 + random.nextInt(50));
            for (var mail = 0; mail < room; mail++) {
                went.add(now);
            }
            if (room > 0) {
                due = ceiling.after(due, now, room, Instant::plus);
            }
            // At times nothing is asked for long enough to rest.
            now = now.plusSeconds(random.nextInt(400) == 0 ? 1800 : random.nextInt(10));
        }
        assertThat(mostWithin(went, HOUR)).isLessThanOrEqualTo(most);
        assertThat(went.size()).as("and it is used").isGreaterThanOrEqualTo(most == 1 ? 3 : most);
    }

    @Test
    void afterARestSomeGoAtOnceAndTheOthersEvenly() {
        var ceiling = Ceiling.of(30, 20, HOUR);
        assertThat(ceiling.burst()).isEqualTo(5);
        assertThat(ceiling.interval()).isEqualTo(Duration.ofSeconds(144));
        assertThat(ceiling.room(Instant.MIN, START, 100)).isEqualTo(5);

        var due = ceiling.after(Instant.MIN, START, 5, Instant::plus);

        assertThat(ceiling.room(due, START, 100)).isZero();
        assertThat(ceiling.opensAt(due)).isEqualTo(START.plusSeconds(144));
        assertThat(ceiling.room(due, START.plusSeconds(143), 100)).isZero();
        assertThat(ceiling.room(due, START.plusSeconds(144), 100)).isEqualTo(1);
        assertThat(ceiling.room(due, START.plusSeconds(3 * 144), 100)).isEqualTo(3);
        assertThat(ceiling.room(due, START.plusSeconds(3 * 144), 2)).isEqualTo(2);
        assertThat(ceiling.room(due, START.plus(HOUR), 100)).isEqualTo(5);
    }

    @Test
    void aStretchedDistanceDelaysWhatComesNext() {
        var ceiling = Ceiling.of(30, 1, HOUR);
        var due = ceiling.after(Instant.MIN, START, 1, (from, interval) -> from.plus(interval.multipliedBy(2)));

        assertThat(ceiling.opensAt(due)).isEqualTo(START.plus(ceiling.interval().multipliedBy(2)));
    }

    private static int mostWithin(List<Instant> went, Duration window) {
        var most = 0;
        var first = 0;
        for (var last = 0; last < went.size(); last++) {
            while (went.get(first).isBefore(went.get(last).minus(window))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
