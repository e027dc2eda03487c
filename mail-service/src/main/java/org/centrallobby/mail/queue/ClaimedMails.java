package org.centrallobby.mail.queue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a process has claimed and not begun: fetched a batch at a time, handed out one by one. */
class ClaimedMails {
    private final Claims claims;
    private final Lease lease;
    private final QueueConfig config;
    private final ArrayDeque<Claimed> waiting = new ArrayDeque<>();
    /** Everything that waits here or is being worked on. */
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

    private long emptyUntil = System.nanoTime();
    private boolean closed = true;

    ClaimedMails(Claims claims, Lease lease, QueueConfig config) {
        this.claims = claims;
        this.lease = lease;
        this.config = config;
    }

    /**
     * The next mail, or null where there is none at present.
     *
     * @param entry a probe takes no more than the one mail it needs
     */
    synchronized @Nullable Claimed next(RelayGate.Entry entry) {
        if (waiting.isEmpty()) {
            fetch(entry == RelayGate.Entry.PROBE ? 1 : config.batchSize());
        }
        return waiting.poll();
    }

    private void fetch(int count) {
        var sender = lease.sender();
        if (closed || System.nanoTime() - emptyUntil < 0 || !lease.holds(sender)) {
            return;
        }
        for (var mail : claims.claim(sender, count)) {
            inHand.add(mail.id());
            waiting.add(new Claimed(sender, mail));
        }
        if (waiting.isEmpty()) {
            // All workers ask here: one answer is enough for a while.
            emptyUntil = System.nanoTime() + config.pollInterval().toNanos();
        }
    }

    /** The worker is done with it, whatever came of it. */
    void done(Claimed claimed) {
        inHand.remove(claimed.mail().id());
    }

    /**
     * Puts back in line what the database says is in this process's hands and is not. A connection that breaks at the end
     * of a transaction leaves such mails: it was committed, and nobody here heard of it.
     */
    synchronized void reconcile() {
        claims.releaseAllBut(lease.sender(), inHand);
    }

    /** Fetches again. */
    synchronized void open() {
        closed = false;
    }

    /** Fetches no more. */
    synchronized void close() {
        closed = true;
    }

    /** Puts everything back in line; what was claimed under a lease that lapsed is left to whoever takes it over. */
    void giveBack() {
        var sender = lease.sender();
        var ids = drained(sender);
        if (!ids.isEmpty()) {
            claims.release(sender, ids);
        }
    }

    private synchronized List<UUID> drained(UUID sender) {
        var ids = waiting.stream()
                .filter(claimed -> claimed.sender().equals(sender))
                .map(claimed -> claimed.mail().id())
                .toList();
        waiting.forEach(this::done);
        waiting.clear();
        return ids;
    }
}
