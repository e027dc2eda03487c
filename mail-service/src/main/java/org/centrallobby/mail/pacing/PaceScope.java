package org.centrallobby.mail.pacing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a ceiling is for. */
enum PaceScope {
    /** A member's mailbox. */
    MAILBOX,
    /** The domain of the recipients' addresses. */
    DESTINATION,
    RELAY;

    /** The word in the database and in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
