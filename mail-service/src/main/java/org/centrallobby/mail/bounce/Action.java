package org.centrallobby.mail.bounce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done about something that came back. */
enum Action {
    /** Nothing: it was a trial, or has come before. */
    NONE,
    /** Nothing yet: the mail is still in a sender's hands. */
    WAITING,
    /** The mail is offered again later. */
    RETRIED,
    /** The mail has come back for good. */
    FAILED,
    /** That, and nobody writes to the mailbox for a while; or its owner has complained. */
    SUPPRESSED,
    /** It was passed on to the writer. */
    FORWARDED,
    /** It is remembered, and that is all. */
    RECORDED,
    /** It is a writer's copy of a letter: that it came was announced, and nothing of it is kept. */
    ANNOUNCED,
    /** It was thrown away: it belongs to no mail, or there was too much of it. */
    DISCARDED;

    /** The word in answers and in the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
