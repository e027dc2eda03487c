package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a letter while nobody holds the seat it would go to. */
public enum WhenSeatVacant {
    /** The letter is taken and waits for the new MP. */
    @JsonProperty("hold")
    HOLD,
    /** The letter is not taken; the supporter is told why. */
    @JsonProperty("refuse")
    REFUSE
}
