package org.centrallobby.lookup.seat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a seat has a member. */
public enum SeatStatus {
    FILLED,
    /** The member has died or left, and the by-election has not been held. */
    VACANT,
    /** There is no Parliament, and so there are no members. */
    DISSOLVED,
    /** Nobody has loaded a member for this seat. */
    UNKNOWN;

    /** As it stands in answers and events. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
