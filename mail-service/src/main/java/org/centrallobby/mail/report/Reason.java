package org.centrallobby.mail.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a mail ended, where no server's answer says all of it. */
public enum Reason {
    /** Its time was over. */
    EXPIRED,
    /** The operator took it out of the queue. */
    CANCELLED,
    /** Its recipient is on the list of those that are not written to. */
    SUPPRESSED,
    /** Any of these, or a refusal, of a mail that the relay may have: whether it arrived nobody knows. */
    IN_DOUBT;

    /** The word in the event. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
