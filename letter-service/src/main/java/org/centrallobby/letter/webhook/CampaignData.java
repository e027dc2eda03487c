package org.centrallobby.letter.webhook;

import java.util.UUID;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.CampaignStepTaken;

/** A campaign that has taken a step. */
record CampaignData(UUID campaign, CampaignState state) {
    static CampaignData of(CampaignStepTaken step) {
        return new CampaignData(step.campaign(), step.to());
    }
}
