package org.centrallobby.letter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {
    @ParameterizedTest
    @CsvSource({
        "100,0,100",
        "100,89,100",
        "100,90,200",
        "100,180,500",
        "100,449,500",
        "100,450,1000",
        "750,675,1000",
        "1,1,20",
        "1000000,900000,2000000"
    })
    void theGoalMovesToTheNextRoundNumberOnceItIsNearlyReached(int goal, long confirmed, long shown) {
        assertThat(Goal.shown(goal, true, confirmed)).isEqualTo(shown);
        assertThat(Goal.shown(goal, false, confirmed)).isEqualTo(goal);
    }
}
