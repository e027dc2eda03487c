package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a campaign stands. */
public enum CampaignState {
    /** Only the organisation sees it. */
    @JsonProperty("draft")
    DRAFT,
    /** Published, and takes letters once its time comes; until then only the organisation sees it. */
    @JsonProperty("scheduled")
    SCHEDULED,
    /** Takes letters. */
    @JsonProperty("live")
    LIVE,
    /** Shown, and takes no letters until it is resumed. */
    @JsonProperty("paused")
    PAUSED,
    /** Shown, and takes no letters ever again. */
    @JsonProperty("closed")
    CLOSED
}
