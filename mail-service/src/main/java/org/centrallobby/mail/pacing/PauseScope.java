package org.centrallobby.mail.pacing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be paused. */
public enum PauseScope {
    EVERYTHING,
    ORGANISATION,
    CAMPAIGN,
    /** The domain after the @ of the recipients' addresses. */
    DESTINATION;

    /** The word in the database and in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PauseScope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
