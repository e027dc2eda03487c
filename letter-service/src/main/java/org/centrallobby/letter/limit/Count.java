package org.centrallobby.letter.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What counters stood at when one was added.
 *
 * @param standing with the one
 * @param endsAt the end of the window, by the database's clock
 * @param left until then
 */
record Count(Map<Counter.What, Integer> standing, Instant endsAt, Duration left) {
    /** How many there were of a kind that was counted. */
    int of(Counter.What what) {
        return standing.getOrDefault(what, 0);
    }
}
