package org.centrallobby.mail.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a mail, as {@code delivery.v1.schema.json} explains it. */
public enum Outcome {
    QUEUED,
    DEFERRED,
    SENT,
    FAILED,
    SETTLED,
    RECALLED,
    BOUNCED,
    /** Not a step: the reader, or the reader's provider, calls the mail unwanted. */
    COMPLAINED,
    /** Not a step: a machine answered, as one does in somebody's absence. */
    AUTO_REPLIED,
    /** Not a step: names, addresses and text are gone, as was asked. */
    ERASED;

    /** The word in the event and in its type. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
