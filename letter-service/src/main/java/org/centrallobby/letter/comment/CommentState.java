package org.centrallobby.letter.comment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a comment stands. {@link CommentLifecycle} says what may follow what; only an approved one is seen by the public. */
public enum CommentState {
    /** Waits for a person of the organisation. */
    PENDING,
    /** Shown to everybody. */
    APPROVED,
    /** Hidden, as readers complained about it, until a person looks again. */
    REPORTED,
    /** A person decided against it, before or after it was shown. */
    REJECTED,
    /** Taken back by its writer, or gone with the letter it belongs to. */
    WITHDRAWN;

    /** Its name outside of Java: {@code pending}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name outside of Java. */
    static Optional<CommentState> named(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }
}
