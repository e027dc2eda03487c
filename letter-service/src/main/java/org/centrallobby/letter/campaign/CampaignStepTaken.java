package org.centrallobby.letter.campaign;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;

/**
 * A step that a campaign has just taken. Fired as a CDI event inside the transaction of the step, so that what an observer
 * writes is committed with it or not at all.
 */
public record CampaignStepTaken(
        UUID campaign, UUID organisation, Mode mode, CampaignState from, CampaignState to, Instant at) {}
