package org.centrallobby.mail.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
    /** Waits for its first attempt. */
    QUEUED,
    /** Waits for another attempt. */
    DEFERRED,
    /** In the hands of a sender. */
    SENDING,
    /** The relay has it, or may have it and shall not be offered it again. */
    SENT,
    /** Refused for good, or given up. */
    FAILED,
    /** Sent, and it has not come back. */
    SETTLED,
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
}
