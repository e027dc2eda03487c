package org.centrallobby.lookup.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.centrallobby.lookup.member.Member;
import org.jspecify.annotations.Nullable;

/** All seats that the service knows, held in memory and replaced as a whole; a reader sees the old ones or the new ones. */
@ApplicationScoped
public class House {
    private volatile State state = new State("", new TreeMap<>(), new TreeMap<>());

    private record State(
            String version,
            NavigableMap<String, Representation> byCode,
            NavigableMap<Integer, Representation> byMember) {}

    /**
     * Puts these seats in the place of all others.
     *
     * @param version names what they come from
     */
    public void replace(String version, Collection<Representation> seats) {
        var byCode = new TreeMap<String, Representation>();
        var byMember = new TreeMap<Integer, Representation>();
        for (var seat : seats) {
            byCode.put(seat.constituency().code(), seat);
            memberOf(seat).ifPresent(member -> byMember.put(member.id(), seat));
        }
        state = new State(version, byCode, byMember);
    }

    /** What names the data that the seats come from. */
    String version() {
        return state.version();
    }

    /** The seat of the constituency of that code. */
    public Optional<Representation> seat(String code) {
        return Optional.ofNullable(state.byCode().get(code));
    }

    /** The seat that the member of that id holds. */
    Optional<Representation> heldBy(int member) {
        return Optional.ofNullable(state.byMember().get(member));
    }

    /** The first seats, in the order of their codes, behind a code. */
    List<Representation> after(@Nullable String code, int limit) {
        return first(after(state.byCode(), code), limit);
    }

    /** The first filled seats, in the order of their members' ids, behind an id. */
    List<Representation> heldAfter(@Nullable Integer member, int limit) {
        return first(after(state.byMember(), member), limit);
    }

    /** All seats in the order of their codes. */
    public Collection<Representation> all() {
        return state.byCode().values();
    }

    static Optional<Member> memberOf(Representation seat) {
        return Optional.ofNullable(seat.seat().member());
    }

    private static <K> Stream<Representation> after(NavigableMap<K, Representation> seats, @Nullable K key) {
        return (key == null ? seats : seats.tailMap(key, false)).values().stream();
    }

    private static List<Representation> first(Stream<Representation> seats, int limit) {
        return seats.limit(limit).toList();
    }
}
