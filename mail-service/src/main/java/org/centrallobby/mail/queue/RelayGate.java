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
 * intervals, and the first that passes lets everybody in again.
 */
class RelayGate {
    private static final Logger LOG = Logger.getLogger(RelayGate.class);
    private static final int MOST_DOUBLINGS = 20;

    private final QueueConfig config;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private @Nullable Trouble trouble;
    private boolean probing;

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

    /** @param nanoTime a clock that only goes forward: when the other is set back the relay must not be forgotten */
    RelayGate(QueueConfig config, InstantSource clock, LongSupplier nanoTime) {
        this.config = config;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    synchronized Entry enter() {
        var current = trouble;
        if (current == null) {
            return Entry.OPEN;
        }
        if (probing || nanoTime.getAsLong() - current.nextProbe() < 0) {
            return Entry.SHUT;
        }
        probing = true;
        return Entry.PROBE;
    }

    /** The relay answered a mail as a relay does. */
    synchronized void passed() {
        if (trouble != null) {
            LOG.infof("The relay takes mails again; it did not since %s", trouble.since());
        }
        trouble = null;
        probing = false;
    }

    /** No mail would pass. Workers that were inside when it began count as one failure. */
    synchronized void failed(Entry entry, Reply reply) {
        var current = trouble;
        if (current != null && entry != Entry.PROBE) {
            return;
        }
        probing = false;
        var failures = current == null ? 1 : current.failures() + 1;
        var since = current == null ? clock.instant() : current.since();
        trouble = new Trouble(
                since, reply, failures, nanoTime.getAsLong() + pause(failures).toNanos());
        if (current == null) {
            LOG.errorf("The relay takes no mails (code %s): %s. The queue waits for it", reply.code(), reply.text());
        }
    }

    /** The probe found no mail to try. */
    synchronized void leave(Entry entry) {
        if (entry == Entry.PROBE) {
            probing = false;
        }
    }

    /** Null while mails pass. */
    synchronized @Nullable Trouble trouble() {
        return trouble;
    }

    private Duration pause(int failures) {
        var pause = config.firstProbe().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(config.lastProbe()) < 0 ? pause : config.lastProbe();
    }
}
