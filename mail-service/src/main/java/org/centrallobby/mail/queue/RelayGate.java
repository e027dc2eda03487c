package org.centrallobby.mail.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.centrallobby.mail.smtp.Reply;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the workers from a relay that takes nothing: while it is in trouble one mail at a time tries it, at growing
 * intervals. It begins narrow, becomes wider with every mail that passes, and narrower with every one that the relay asks to
 * be spared (by one part in as many as are let in at once, as Postfix does: whole steps would swing to and fro).
 *
 * <p>Whoever entered says once how it went.
 */
class RelayGate {
    private static final Logger LOG = Logger.getLogger(RelayGate.class);
    private static final int MOST_DOUBLINGS = 20;
    private static final int FIRST_WIDTH = 5;

    private final String relay;
    private final int widest;
    private final QueueConfig config;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private @Nullable Trouble trouble;
    private boolean probing;
    private double width;
    private int inside;

    /** What a worker may do. */
    enum Entry {
        /** Send. */
        OPEN,
        /** Send one mail and tell how it went. */
        PROBE,
        /** Wait. */
        SHUT
    }

    /** Since when nothing passes, and why. */
    record Trouble(Instant since, Reply reply, int failures, long nextProbe) {}

    /**
     * @param widest how many may be inside at once
     * @param nanoTime a clock that only goes forward: when the other is set back the relay must not be forgotten
     */
    RelayGate(String relay, int widest, QueueConfig config, InstantSource clock, LongSupplier nanoTime) {
        this.relay = relay;
        this.widest = widest;
        this.config = config;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.width = Math.min(FIRST_WIDTH, widest);
    }

    synchronized Entry enter() {
        var entry = trouble == null ? Entry.OPEN : probing || !probeIsDue(trouble) ? Entry.SHUT : Entry.PROBE;
        if (entry == Entry.OPEN && inside >= (int) width) {
            return Entry.SHUT;
        }
        if (entry == Entry.PROBE) {
            probing = true;
        } else if (entry == Entry.OPEN) {
            inside++;
        }
        return entry;
    }

    /** How many mails could be under way at once now: one where the relay is to be tried again, be somebody at it or not. */
    synchronized int width() {
        if (trouble != null) {
            return probeIsDue(trouble) ? 1 : 0;
        }
        return (int) width;
    }

    private boolean probeIsDue(Trouble current) {
        return nanoTime.getAsLong() - current.nextProbe() >= 0;
    }

    /** The relay answered a mail as a relay does. */
    synchronized void passed(Entry entry) {
        left(entry);
        if (trouble != null) {
            over();
        } else {
            width = Math.min(widest, width + 1);
        }
    }

    private void over() {
        if (trouble != null) {
            LOG.infof("The relay %s takes mails again; it did not since %s", relay, trouble.since());
            trouble = null;
            width = 1;
        }
    }

    /** The relay answered, and asked for less. */
    synchronized void slowed(Entry entry) {
        left(entry);
        if (trouble == null) {
            width = Math.max(1, width - 1 / width);
        } else {
            over();
        }
    }

    /** No mail would pass. Workers that were inside when it began count as one failure. */
    synchronized void failed(Entry entry, Reply reply) {
        left(entry);
        var current = trouble;
        if (current != null && entry != Entry.PROBE) {
            return;
        }
        var failures = current == null ? 1 : current.failures() + 1;
        var since = current == null ? clock.instant() : current.since();
        trouble = new Trouble(
                since, reply, failures, nanoTime.getAsLong() + pause(failures).toNanos());
        if (current == null) {
            LOG.errorf(
                    "The relay %s takes no mails (code %s): %s. The queue waits for it",
                    relay, reply.code(), reply.text());
        }
    }

    /** Whoever entered had no mail to try, or did not try it. */
    synchronized void leave(Entry entry) {
        left(entry);
    }

    /** Null while mails pass. */
    synchronized @Nullable Trouble trouble() {
        return trouble;
    }

    private void left(Entry entry) {
        if (entry == Entry.PROBE) {
            probing = false;
        } else if (entry == Entry.OPEN) {
            // Somebody may leave twice, where what nobody thought of came between.
            inside = Math.max(0, inside - 1);
        }
    }

    private Duration pause(int failures) {
        var pause = config.firstProbe().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(config.lastProbe()) < 0 ? pause : config.lastProbe();
    }
}
