package org.centrallobby.mail.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a mail ended that no server's answer ended. */
public enum Reason {
    /** Its time was over. */
    EXPIRED,
    /** The operator took it out of the queue. */
    CANCELLED,
    /** Its recipient is on the list of those that are not written to. */
    SUPPRESSED;

    /** The word in the event. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
