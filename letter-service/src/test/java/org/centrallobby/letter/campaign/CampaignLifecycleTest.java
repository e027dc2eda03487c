package org.centrallobby.letter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.centrallobby.letter.campaign.CampaignLifecycle.Step;
import org.centrallobby.letter.problem.Failure;
import org.junit.jupiter.api.Test;

class CampaignLifecycleTest {
    @Test
    void aCampaignIsPublishedPausedResumedAndClosed() {
        assertThat(CampaignLifecycle.next(CampaignState.DRAFT, Step.PUBLISH)).isEqualTo(CampaignState.LIVE);
        assertThat(CampaignLifecycle.next(CampaignState.LIVE, Step.PAUSE)).isEqualTo(CampaignState.PAUSED);
        assertThat(CampaignLifecycle.next(CampaignState.PAUSED, Step.RESUME)).isEqualTo(CampaignState.LIVE);
        assertThat(CampaignLifecycle.next(CampaignState.LIVE, Step.CLOSE)).isEqualTo(CampaignState.CLOSED);
        assertThat(CampaignLifecycle.next(CampaignState.PAUSED, Step.CLOSE)).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void noStepLeadsOutOfClosedAndOnlyAScheduledOneGoesBackToDraft() {
        assertThat(Arrays.stream(Step.values()))
                .allSatisfy(step -> assertThatThrownBy(() -> CampaignLifecycle.next(CampaignState.CLOSED, step))
                        .isInstanceOf(Failure.class));
        assertThat(Stream.of(CampaignState.values())
                        .flatMap(state -> Arrays.stream(Step.values()).flatMap(step -> reached(state, step))))
                .containsOnlyOnce(CampaignState.DRAFT)
                .hasSize(9);
        assertThat(CampaignLifecycle.next(CampaignState.SCHEDULED, Step.WITHDRAW))
                .isEqualTo(CampaignState.DRAFT);
    }

    private static Stream<CampaignState> reached(CampaignState state, Step step) {
        try {
            return Stream.of(CampaignLifecycle.next(state, step));
        } catch (Failure e) {
            return Stream.empty();
        }
    }
}
