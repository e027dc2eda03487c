package org.centrallobby.mail.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
    /** Waits for its first attempt. */
    QUEUED,
    /** Waits for another attempt. */
    DEFERRED,
    /** The relay had all of it and never answered: it may have been sent. Waits to be offered once more, under the same Message-ID. */
    UNCERTAIN,
    /** In the hands of a sender. */
    SENDING,
    /** May have been sent, and will not be offered again unless the operator says so. */
    HELD,
    /** The relay has it, or may have it and shall not be offered it again. */
    SENT,
    /** Sent, and it has not come back. */
    SETTLED,
    /** Came back after it was sent. */
    BOUNCED,
    /** Refused for good, or given up. */
    FAILED,
    /** Not sent, as its recipient's address is on the list of those that are not written to. */
    SUPPRESSED,
    /** Taken out of the queue by the operator. */
    CANCELLED,
    /** Taken back before it was sent. */
    RECALLED;

    /** The word in the database and in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it is still to be sent, or to be decided whether it is. */
    boolean isOpen() {
        return isInLine() || this == SENDING || this == HELD;
    }

    /** Whether it waits in a lane for its turn. */
    boolean isInLine() {
        return this == QUEUED || this == DEFERRED || this == UNCERTAIN;
    }
}
