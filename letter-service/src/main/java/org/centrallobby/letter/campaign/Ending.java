package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a campaign ended. */
public enum Ending {
    /** It got what it asked for. */
    @JsonProperty("won")
    WON,
    /** It did not. */
    @JsonProperty("lost")
    LOST,
    /** It ended without either. */
    @JsonProperty("over")
    OVER
}
