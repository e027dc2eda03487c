package org.centrallobby.lookup.fetch;

import java.time.Duration;

/** The moment after which nobody waits any more. It is measured by the machine's steady clock. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left; zero once it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether so much time is left. */
    public boolean allows(Duration time) {
        return left().compareTo(time) > 0;
    }

    /** The shorter of a time and what is left. */
    public Duration atMost(Duration time) {
        return allows(time) ? time : left();
    }
}
