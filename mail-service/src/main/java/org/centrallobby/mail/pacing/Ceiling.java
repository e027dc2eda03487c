package org.centrallobby.mail.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * At most so many within any window of that length, some of them at once and the rest evenly spread: the generic cell rate
 * algorithm (ITU-T I.371), of which only one moment is kept, the theoretical arrival time.
 *
 * @param interval between two that are evenly spread
 * @param burst how many may come at once after a rest
 */
record Ceiling(Duration interval, int burst) {
    /**
     * @param most within any window, at least 1
     * @param burst at most that many at once, and no more than a sixth of the whole
     * @param window its length; what delays a mail after it was let through must be added by the caller
     */
    static Ceiling of(int most, int burst, Duration window) {
        var atOnce = Math.max(1, Math.min(burst, most / 6));
        // A window holds the burst and what is spread over it; with a single mail there is nothing to spread.
        var spread = Math.max(1, most - atOnce);
        return new Ceiling(Duration.ofNanos(Math.ceilDiv(window.toNanos(), spread)), atOnce);
    }

    /** When the next may go, if the theoretical arrival time is that. */
    Instant opensAt(Instant due) {
        return due.equals(Instant.MIN) ? Instant.MIN : due.minus(interval.multipliedBy(burst - 1L));
    }

    /** How many may go now, at most that many. */
    int room(Instant due, Instant now, int most) {
        var opens = opensAt(due);
        if (now.isBefore(opens)) {
            return 0;
        }
        if (due.isBefore(now)) {
            return Math.min(burst, most);
        }
        return (int) Math.min(most, Duration.between(opens, now).dividedBy(interval) + 1);
    }

    /**
     * The theoretical arrival time after so many went now.
     *
     * @param distance when the next is due after a moment, if that is an interval later at full pace: never earlier than that.
     *     Only the last distance is drawn out: what a burst owes must not be multiplied by a slow hour
     */
    Instant after(Instant due, Instant now, int went, Distance distance) {
        var from = (due.isBefore(now) ? now : due).plus(interval.multipliedBy(went - 1L));
        return distance.after(from, interval);
    }

    /** Adds an interval to a moment. */
    @FunctionalInterface
    interface Distance {
        Instant after(Instant from, Duration interval);
    }
}
