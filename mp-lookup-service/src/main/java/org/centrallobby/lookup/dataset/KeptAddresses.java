package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import java.util.HashMap;
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
 * and not every source knows since when somebody sits.
 */
final class KeptAddresses {
    private final Map<Integer, Contact> addresses = new HashMap<>();
    private final Map<String, Seat> before;
    private final LocalDate day;

    /** @param day when the new data were loaded */
    KeptAddresses(Map<String, Seat> before, LocalDate day) {
        this.before = before;
        this.day = day;
        before.values().stream()
                .map(Seat::member)
                .filter(Objects::nonNull)
                .filter(member -> member.contact().kind() == ContactKind.EMAIL)
                .forEach(member -> addresses.put(member.id(), member.contact()));
    }

    /** The new seats, completed. */
    Map<String, Seat> completed(Map<String, Seat> now) {
        var completed = new TreeMap<String, Seat>();
        now.forEach((code, seat) -> completed.put(code, completed(seat, before.get(code))));
        return completed;
    }

    private Seat completed(Seat now, @Nullable Seat earlier) {
        var since =
                now.since() == null && earlier != null && isSameHolder(now, earlier) ? earlier.since() : now.since();
        return new Seat(now.status(), since, now.member() == null ? null : completed(now.member()));
    }

    private Member completed(Member member) {
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
