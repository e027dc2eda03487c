package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    @Test
    void aDeliveryIsTriedTenTimesOverThreeDays() {
        var schedule = new RetrySchedule(() -> 0);

        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(failed -> schedule.after(failed, null).orElseThrow()))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(schedule.after(10, null)).isEmpty();
    }

    @Test
    void whatFailedTogetherIsSpreadByUpToAFifth() {
        assertThat(new RetrySchedule(() -> 1).after(2, null)).contains(Duration.ofMinutes(6));
        assertThat(new RetrySchedule(() -> 0.5).after(2, null)).contains(Duration.ofSeconds(330));
    }

    @Test
    void aLongerWaitThatTheEndpointAsksForIsKeptUpToADay() {
        var schedule = new RetrySchedule(() -> 0);

        assertThat(schedule.after(1, Duration.ofMinutes(7))).contains(Duration.ofMinutes(7));
        assertThat(schedule.after(2, Duration.ofSeconds(1))).contains(Duration.ofMinutes(5));
        assertThat(schedule.after(1, Duration.ofDays(400))).contains(Duration.ofHours(24));
        assertThat(schedule.after(1, Duration.ofSeconds(-5))).contains(Duration.ofSeconds(5));
    }
}
