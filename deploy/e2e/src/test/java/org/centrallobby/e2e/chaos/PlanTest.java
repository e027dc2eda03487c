package org.centrallobby.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(Plan.of(7, HOUR)).isEqualTo(Plan.of(7, HOUR)).isNotEqualTo(Plan.of(8, HOUR));
    }

    @Test
    void everyPartAndEveryKindHasItsTurnAndAllIsOverInTime() {
        var faults = Plan.of(7, HOUR).faults();
        assertThat(faults).extracting(Fault::kind).contains(FaultKind.values());
        assertThat(faults).extracting(Fault::target).contains(Target.values());
        assertThat(faults).allSatisfy(fault -> assertThat(fault.end()).isLessThanOrEqualTo(HOUR));
    }

    @Test
    void aPartIsLeftAloneForAMomentAfterAFault() {
        Arrays.stream(Target.values()).forEach(target -> {
            var its = Plan.of(7, HOUR).faults().stream()
                    .filter(fault -> fault.target() == target)
                    .toList();
            for (var next = 1; next < its.size(); next++) {
                assertThat(its.get(next).at())
                        .isGreaterThanOrEqualTo(its.get(next - 1).end().plus(target.recovery()));
            }
        });
    }

    @Test
    void someSleepLongerThanASendersLease() {
        assertThat(Plan.of(7, HOUR).faults())
                .filteredOn(fault -> fault.kind() == FaultKind.PAUSE)
                .anyMatch(fault -> fault.length().toSeconds() > Stage.LEASE_SECONDS)
                .anyMatch(fault -> fault.length().toSeconds() < Stage.LEASE_SECONDS);
    }
}
