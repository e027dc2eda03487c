package org.centrallobby.lookup.seat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.centrallobby.lookup.constituency.FoldedName;
import org.centrallobby.lookup.member.Member;
import org.jspecify.annotations.Nullable;

/** All seats of a release. Immutable. */
public final class House {
    private final String version;
    private final NavigableMap<String, Representation> byCode = new TreeMap<>();
    private final NavigableMap<Integer, Representation> byMember = new TreeMap<>();
    private final Map<String, String> placeNames = new HashMap<>();
    private final Map<Integer, String> memberNames = new HashMap<>();

    /** @param version names the release */
    public House(String version, Collection<Representation> seats) {
        this.version = version;
        for (var seat : seats) {
            var place = seat.constituency();
            byCode.put(place.code(), seat);
            placeNames.put(
                    place.code(), folded(place.name()) + "|" + folded(place.nameCy() == null ? "" : place.nameCy()));
            memberOf(seat).ifPresent(member -> {
                byMember.put(member.id(), seat);
                memberNames.put(member.id(), folded(member.name()));
            });
        }
    }

    /** Names the release that the seats come from. */
    String version() {
        return version;
    }

    /** The seat of the constituency of that code. */
    public Optional<Representation> seat(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The seat that the member of that id holds. */
    Optional<Representation> heldBy(int member) {
        return Optional.ofNullable(byMember.get(member));
    }

    /**
     * The first seats, in the order of their codes, behind a code.
     *
     * @param part what the constituency's English or Welsh name has to hold, whatever its case and accents; null for all
     */
    List<Representation> after(@Nullable String code, @Nullable String part, int limit) {
        return after(byCode, code)
                .filter(seat -> holds(placeNames.get(seat.constituency().code()), part))
                .limit(limit)
                .toList();
    }

    /** As {@link #after}, the filled seats in the order of their members' ids, by the members' names. */
    List<Representation> heldAfter(@Nullable Integer member, @Nullable String part, int limit) {
        return after(byMember, member)
                .filter(seat -> memberOf(seat)
                        .filter(holder -> holds(memberNames.get(holder.id()), part))
                        .isPresent())
                .limit(limit)
                .toList();
    }

    /** All seats in the order of their codes. */
    public Collection<Representation> all() {
        return byCode.values();
    }

    static Optional<Member> memberOf(Representation seat) {
        return Optional.ofNullable(seat.seat().member());
    }

    private static boolean holds(@Nullable String names, @Nullable String part) {
        return part == null || names != null && names.contains(folded(part));
    }

    private static String folded(String name) {
        return FoldedName.of(name).text();
    }

    private static <K> Stream<Representation> after(NavigableMap<K, Representation> seats, @Nullable K key) {
        return (key == null ? seats : seats.tailMap(key, false)).values().stream();
    }
}
