package org.centrallobby.mail.queue;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The right of a process to send what it has claimed. It is reckoned on a clock that only goes forward, from before the
 * database was asked: it never seems longer here than it is there. Who let it lapse goes on under another name, as its
 * claims may be in other hands.
 */
class Lease {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final long nanos;
    private final LongSupplier nanoTime;
    private volatile Term term = new Term(IDS.generate(), 0, false);

    /** One stretch of unbroken renewals. */
    private record Term(UUID sender, long until, boolean begun) {}

    Lease(Duration length, LongSupplier nanoTime) {
        this.nanos = length.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The name under which mails are claimed now. */
    UUID sender() {
        return term.sender();
    }

    /** Whether mails that were claimed under this name may be begun at this moment. */
    boolean holds(UUID sender) {
        var current = term;
        return current.begun() && current.sender().equals(sender) && nanoTime.getAsLong() - current.until() < 0;
    }

    /**
     * Runs a renewal and counts from its beginning.
     *
     * @return false where the lease had lapsed: this renewal begins another under a new name
     */
    boolean renew(Renewal renewal) {
        var before = term;
        var began = nanoTime.getAsLong();
        var unbroken = !before.begun() || began - before.until() < 0;
        var sender = unbroken ? before.sender() : IDS.generate();
        renewal.of(sender);
        term = new Term(sender, began + nanos, true);
        return unbroken;
    }

    /** Tells the database. */
    interface Renewal {
        void of(UUID sender);
    }
}
