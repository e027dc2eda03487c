package org.centrallobby.letter.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centrallobby.letter.organisation.Tenant;

/**
 * Something that is forgotten by itself when its time is over.
 *
 * @param name of the clock, lower-case words with hyphens
 * @param what it forgets, and from when its time runs
 * @param kept for how long
 */
public record RetentionClock(String name, String what, Duration kept, Forgetting forgetting) {
    /** How it is forgotten. */
    @FunctionalInterface
    public interface Forgetting {
        /**
         * Forgets, in the caller's transaction, what has been due since before that moment.
         *
         * @param limit how many at most; finding fewer says that there are no more
         * @return for each that was forgotten, whose it was
         */
        List<Tenant> forget(Instant before, int limit);
    }
}
