package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows the letters that were handed to their writers to send, and how it is learned that they did. */
public interface Handovers {
    /**
     * Opens one, for the id of a letter or for one that stands for none: from outside both are the same.
     *
     * @param expiresAt until when it counts that it was sent
     */
    Key open(UUID letter, Instant expiresAt);

    /** Forgets that a letter was handed over. */
    void forget(UUID letter);

    /** Of how many of these letters it is known that they were handed over. */
    long count(Collection<UUID> letters);

    /**
     * What only the writer is told.
     *
     * @param token with which they say that it is sent
     * @param copyTo the address to which they send a copy; null where none is taken
     */
    record Key(Token token, @Nullable String copyTo) {
        @Override
        public String toString() {
            return "Key[***]";
        }
    }
}
