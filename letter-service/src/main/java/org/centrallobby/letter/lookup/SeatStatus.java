package org.centrallobby.letter.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether anybody sits for a constituency. */
public enum SeatStatus {
    @JsonProperty("filled")
    FILLED,
    /** Until a by-election. */
    @JsonProperty("vacant")
    VACANT,
    /** There is no Parliament, and so there are no members. */
    @JsonProperty("dissolved")
    DISSOLVED,
    /** Nobody has loaded a member for this seat. */
    @JsonProperty("unknown")
    UNKNOWN
}
