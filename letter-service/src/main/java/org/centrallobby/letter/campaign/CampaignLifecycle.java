package org.centrallobby.letter.campaign;

import static org.centrallobby.letter.campaign.CampaignState.CLOSED;
import static org.centrallobby.letter.campaign.CampaignState.DRAFT;
import static org.centrallobby.letter.campaign.CampaignState.LIVE;
import static org.centrallobby.letter.campaign.CampaignState.PAUSED;
import static org.centrallobby.letter.campaign.CampaignState.SCHEDULED;

import java.util.Locale;
import java.util.Map;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** The table of the steps that a campaign can take; there are no others. */
final class CampaignLifecycle {
    /** What an organisation asks of a campaign, or its schedule. */
    enum Step {
        PUBLISH,
        SCHEDULE,
        WITHDRAW,
        OPEN,
        PAUSE,
        RESUME,
        CLOSE
    }

    private record From(CampaignState state, Step step) {}

    private static final Map<From, CampaignState> STEPS = Map.of(
            new From(DRAFT, Step.PUBLISH), LIVE,
            new From(DRAFT, Step.SCHEDULE), SCHEDULED,
            new From(SCHEDULED, Step.PUBLISH), LIVE,
            new From(SCHEDULED, Step.WITHDRAW), DRAFT,
            new From(SCHEDULED, Step.OPEN), LIVE,
            new From(LIVE, Step.PAUSE), PAUSED,
            new From(PAUSED, Step.RESUME), LIVE,
            new From(LIVE, Step.CLOSE), CLOSED,
            new From(PAUSED, Step.CLOSE), CLOSED);

    private CampaignLifecycle() {}

    /** Where the step leads. */
    static CampaignState next(CampaignState state, Step step) {
        var next = STEPS.get(new From(state, step));
        if (next == null) {
            throw new Failure(
                    ProblemType.ILLEGAL_STEP,
                    "The campaign is %s; it cannot %s."
                            .formatted(
                                    state.name().toLowerCase(Locale.ROOT),
                                    step.name().toLowerCase(Locale.ROOT)));
        }
        return next;
    }
}
