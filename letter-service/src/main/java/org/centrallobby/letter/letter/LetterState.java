package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a letter stands. {@link LetterLifecycle} says what may follow what. */
public enum LetterState {
    /** Written; nobody has shown yet that the address is theirs. */
    AWAITING_CONFIRMATION,
    /** Handed to its writer, who sends it from their own mailbox; nothing tells yet that they have. */
    AWAITING_SENDER,
    /** The writer stands by it, and the mail-service is asked to send it. */
    CONFIRMED,
    /** In the mail-service's queue. */
    QUEUED,
    /** Refused for now; it is tried again. */
    DEFERRED,
    /** The relay took it. */
    SENT,
    /** Sent, and it did not come back. */
    SETTLED,
    /** Sent by its writer from their own mailbox: they say so, or a copy came. */
    SENT_BY_WRITER,
    /** Nobody confirmed it in time, or sent it. */
    LAPSED,
    /** Confirmed, and kept until it can go. */
    HELD,
    /** Taken back before it was sent. */
    RECALLED,
    /** It came back after it was sent. */
    BOUNCED,
    /** Refused for good, or given up. */
    FAILED;

    /** Its name outside of Java: {@code awaiting-confirmation}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that name outside of Java. */
    public static Optional<LetterState> named(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }
}
