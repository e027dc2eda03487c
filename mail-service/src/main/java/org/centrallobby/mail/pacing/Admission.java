package org.centrallobby.mail.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.mail.pacing.FairShare.Contender;
import org.centrallobby.mail.pacing.Lanes.ReadyLane;

/** One pass through the turnstile, of the urgent mails or of the others. */
class Admission {
    /** Lanes that turn out to be held by a ceiling cost a round; what is left waits for the next pass. */
    private static final int MOST_ROUNDS = 8;

    /** Lanes to a destination that is stopped are not looked at before; whoever lets it go again wakes them. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final FairShare share;
    private final Lanes lanes;
    /** From when on offices are written to. */
    private final Instant offices;

    private final Line line;
    private final Pauses.Stopped stopped;
    private final boolean urgent;
    private final Instant now;
    private final Allowance mailboxes;
    private final Allowance destinations;
    /** Campaigns that may have more to give. */
    private final Set<UUID> open;

    private final Set<UUID> exhausted = new HashSet<>();

    Admission(
            FairShare share,
            Lanes lanes,
            Ceilings ceilings,
            OfficeHours hours,
            Line line,
            Pauses.Stopped stopped,
            boolean urgent,
            Instant now) {
        this.share = share;
        this.lanes = lanes;
        this.offices = hours.opening(now);
        this.line = line;
        this.stopped = stopped;
        this.urgent = urgent;
        this.now = now;
        this.mailboxes = ceilings.mailboxes(now);
        this.destinations = ceilings.destinations(now);
        this.open = share.contenders().stream().map(Contender::campaign).collect(Collectors.toCollection(HashSet::new));
    }

    int upTo(int most) {
        var admitted = 0;
        for (var round = 0; round < MOST_ROUNDS && admitted < most && !open.isEmpty(); round++) {
            admitted += once(share.allot(most - admitted, open));
        }
        return admitted;
    }

    /** The campaigns that had less than was asked of them. */
    Set<UUID> exhausted() {
        return exhausted;
    }

    FairShare share() {
        return share;
    }

    /** Writes down what the ceilings let through. */
    void write() {
        mailboxes.write();
        destinations.write();
    }

    private int once(Map<UUID, Integer> allotted) {
        var found = lanes.take(
                allotted.keySet().toArray(UUID[]::new), allotted.values().toArray(Integer[]::new), urgent, now);
        destinations.load(found.stream().map(ReadyLane::destination).toList());
        mailboxes.load(found.stream()
                .map(ReadyLane::mailbox)
                .filter(Objects::nonNull)
                .map(Paces::key)
                .toList());
        var byCampaign = found.stream().collect(Collectors.groupingBy(ReadyLane::campaign));
        var rooms = new LinkedHashMap<Long, Integer>();
        allotted.forEach((campaign, mails) -> {
            var ofCampaign = byCampaign.getOrDefault(campaign, List.of());
            rooms(ofCampaign, mails, rooms);
            if (ofCampaign.size() < mails) {
                // It has no more lanes than these; what they have left is found at the next pass.
                open.remove(campaign);
                exhausted.add(campaign);
            }
        });
        var taken = rooms.isEmpty() ? Map.<Long, Integer>of() : line.take(rooms, now);
        found.forEach(lane -> count(lane, rooms.getOrDefault(lane.id(), 0), taken.getOrDefault(lane.id(), 0)));
        putBack(found);
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Shares a campaign's mails among its lanes, each at its own pace. */
    private void rooms(List<ReadyLane> ofCampaign, int mails, Map<Long, Integer> rooms) {
        var left = mails;
        var each = Math.ceilDiv(mails, Math.max(1, ofCampaign.size()));
        for (var lane : ofCampaign) {
            var room = stopped.coversDestination(lane.destination()) ? 0 : reserve(lane, Math.min(each, left));
            if (room > 0) {
                rooms.put(lane.id(), room);
                left -= room;
            }
        }
    }

    private int reserve(ReadyLane lane, int most) {
        var mailbox = lane.mailbox();
        if (most == 0 || (mailbox != null && offices.isAfter(now))) {
            return 0;
        }
        var room = destinations.reserve(lane.destination(), most);
        if (mailbox == null) {
            return room;
        }
        var inMailbox = mailboxes.reserve(Paces.key(mailbox), room);
        destinations.giveBack(lane.destination(), room - inMailbox);
        return inMailbox;
    }

    private void count(ReadyLane lane, int room, int taken) {
        destinations.giveBack(lane.destination(), room - taken);
        var mailbox = lane.mailbox();
        if (mailbox != null) {
            mailboxes.giveBack(Paces.key(mailbox), room - taken);
        }
        if (taken > 0) {
            share.gave(lane.campaign(), taken);
        }
    }

    /** Behind the other lanes of its campaign, or until a ceiling opens. */
    private void putBack(List<ReadyLane> found) {
        var next = line.next(found.stream().map(ReadyLane::id).toList());
        var ready = new HashMap<Long, Instant>();
        for (var lane : found) {
            var waits = next.get(lane.id());
            ready.put(lane.id(), waits == null ? Instant.MAX : later(later(waits, now), opensAt(lane)));
        }
        lanes.put(ready);
    }

    private Instant opensAt(ReadyLane lane) {
        if (stopped.coversDestination(lane.destination())) {
            return now.plus(LOOK_AGAIN);
        }
        var opens = destinations.opensAt(lane.destination());
        var mailbox = lane.mailbox();
        return mailbox == null ? opens : later(offices, later(opens, mailboxes.opensAt(Paces.key(mailbox))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
