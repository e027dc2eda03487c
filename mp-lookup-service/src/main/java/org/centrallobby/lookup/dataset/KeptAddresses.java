package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Takes over from the data before what the new ones leave out: sources lose a member's address for days and find it again,
 * not every source knows since when somebody sits, and Parliament may name the members and fail to name their offices.
 */
final class KeptAddresses {
    private final Map<Integer, Contact> addresses = new HashMap<>();
    private final Map<Integer, List<String>> offices = new HashMap<>();
    private final Map<String, Seat> before;
    private final LocalDate day;

    /** @param day when the new data were loaded */
    KeptAddresses(Map<String, Seat> before, LocalDate day) {
        this.before = before;
        this.day = day;
        before.values().stream().map(Seat::member).filter(Objects::nonNull).forEach(member -> {
            offices.put(member.id(), member.offices());
            if (member.contact().kind() == ContactKind.EMAIL) {
                addresses.put(member.id(), member.contact());
            }
        });
    }

    /**
     * The new seats, completed.
     *
     * @param officesKnown whether the new data tell who holds no office from whose office they do not know
     */
    Map<String, Seat> completed(Map<String, Seat> now, boolean officesKnown) {
        var completed = new TreeMap<String, Seat>();
        now.forEach((code, seat) -> completed.put(code, completed(seat, before.get(code), officesKnown)));
        return completed;
    }

    private Seat completed(Seat now, @Nullable Seat earlier, boolean officesKnown) {
        var since =
                now.since() == null && earlier != null && isSameHolder(now, earlier) ? earlier.since() : now.since();
        return new Seat(now.status(), since, now.member() == null ? null : completed(now.member(), officesKnown));
    }

    private Member completed(Member named, boolean officesKnown) {
        var member = officesKnown ? named : named.holding(offices.getOrDefault(named.id(), List.of()));
        var known = addresses.get(member.id());
        if (member.contact().kind() != ContactKind.NONE || known == null) {
            return member;
        }
        return member.with(known.emailMissingSince() == null ? known.missingSince(day) : known);
    }

    private static boolean isSameHolder(Seat now, Seat earlier) {
        return now.status() == earlier.status()
                && (now.member() == null
                        || earlier.member() != null
                                && now.member().id() == earlier.member().id());
    }
}
