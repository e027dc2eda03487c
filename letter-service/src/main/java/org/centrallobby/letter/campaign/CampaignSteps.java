package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** The only way from one state of a campaign to the next: whoever wants to know of it is told in the same transaction. */
@ApplicationScoped
class CampaignSteps {
    private final Event<CampaignStepTaken> observers;
    private final InstantSource clock;

    CampaignSteps(Event<CampaignStepTaken> observers, InstantSource clock) {
        this.observers = observers;
        this.clock = clock;
    }

    /** Takes the step where it is legal. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(Campaign campaign, CampaignLifecycle.Step step) {
        var from = campaign.state();
        var now = clock.instant();
        campaign.take(step, now);
        observers.fire(new CampaignStepTaken(
                campaign.id(), campaign.organisation(), campaign.mode(), from, campaign.state(), now));
    }
}
