package org.centrallobby.mail.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims mails for the desks of a process and knows all that it has in its hands. */
class Fetching {
    private final Claims claims;
    private final Lease lease;
    private final Map<String, RelayDesk> desks;
    /** Everything that waits at a desk, is being handed over, or of which the outcome is not written yet. */
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

    private boolean closed = true;

    Fetching(Claims claims, Lease lease, List<RelayDesk> desks) {
        this.claims = claims;
        this.lease = lease;
        this.desks = desks.stream().collect(Collectors.toMap(RelayDesk::relay, Function.identity()));
    }

    /** How a round went. */
    enum Round {
        /** There may be more at once. */
        FULL,
        /** There was something. */
        SOME,
        /** There was nothing, or nothing may be claimed at present. */
        NONE,
        /** The desks have enough. */
        NO_ROOM
    }

    synchronized Round fetch() {
        var sender = lease.sender();
        if (closed || !lease.holds(sender)) {
            return Round.NONE;
        }
        var openings = desks.values().stream()
                .map(RelayDesk::opening)
                .filter(opening -> opening.room() > 0)
                .toList();
        if (openings.isEmpty()) {
            return Round.NO_ROOM;
        }
        var dealt = claims.claim(sender, openings);
        dealt.forEach(deal -> inHand.add(deal.mail().id()));
        dealt.forEach(deal -> Objects.requireNonNull(desks.get(deal.relay())).add(deal.mail()));
        if (dealt.isEmpty()) {
            return Round.NONE;
        }
        var room = openings.stream().mapToInt(opening -> opening.room()).sum();
        return dealt.size() >= room ? Round.FULL : Round.SOME;
    }

    /** A mail is out of this process's hands. */
    void done(Claimed claimed) {
        inHand.remove(claimed.id());
    }

    /**
     * Puts back in line what the database says is in this process's hands and is not. A connection that breaks at the end
     * of a transaction leaves such mails: it was committed, and nobody here heard of it.
     */
    synchronized void reconcile() {
        claims.releaseAllBut(lease.sender(), inHand);
    }

    /** Claims again. */
    synchronized void open() {
        closed = false;
    }

    /** Claims no more. */
    synchronized void close() {
        closed = true;
    }
}
