package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.centrallobby.mail.smtp.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private final RetrySchedule middle = new RetrySchedule(Quick.PRODUCTION, () -> 0.5);

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "9, PT1H", "1000000, PT1H"})
    void theWaitDoublesUpToItsLimit(int attempts, Duration wait) {
        assertThat(middle.after(attempts, Verdict.REFUSED_FOR_NOW, false)).isEqualTo(wait);
    }

    @Test
    void whoWaitsBeforeAScreenWaitsLess() {
        assertThat(middle.after(1, Verdict.REFUSED_FOR_NOW, true)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void mailsRefusedTogetherComeBackApart() {
        assertThat(new RetrySchedule(Quick.PRODUCTION, () -> 0).after(1, Verdict.REFUSED_FOR_NOW, false))
                .isEqualTo(Duration.ofSeconds(24));
        assertThat(new RetrySchedule(Quick.PRODUCTION, () -> 1).after(1, Verdict.REFUSED_FOR_NOW, false))
                .isEqualTo(Duration.ofSeconds(36));
    }

    @Test
    void whatMayHaveArrivedWaitsLonger() {
        assertThat(middle.after(1, Verdict.UNCERTAIN, false)).isEqualTo(Duration.ofMinutes(10));
        assertThat(middle.after(8, Verdict.UNCERTAIN, false)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatAnotherRelayMayTakeIsOfferedOften() {
        assertThat(middle.atAnotherRelay(1, false)).isEqualTo(Duration.ofSeconds(30));
        assertThat(middle.atAnotherRelay(100, false)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatAnOperatorMustRepairWaitsLongest() {
        assertThat(middle.after(1, Verdict.REFUSED_BY_POLICY, false)).isEqualTo(Duration.ofHours(1));
    }
}
