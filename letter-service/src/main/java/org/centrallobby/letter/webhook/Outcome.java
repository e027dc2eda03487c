package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of an attempt. */
public enum Outcome {
    /** A status of 200 to 299. */
    ACCEPTED,
    /** Any other status; a redirect is not followed. */
    REJECTED,
    /** No whole answer in time. */
    TIMED_OUT,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** The server's certificate is not good for the name, or TLS failed otherwise. */
    CERTIFICATE,
    /** The name points to where webhooks may not go. */
    ADDRESS_REFUSED;

    /** Its name outside of Java: {@code timed-out}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
