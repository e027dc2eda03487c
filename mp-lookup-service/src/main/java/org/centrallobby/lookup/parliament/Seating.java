package org.centrallobby.lookup.parliament;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.FoldedName;

/**
 * Who sits for which constituency. Parliament knows no codes, so the two are joined by name.
 *
 * @param members by the code of the constituency
 * @param unclaimed the constituencies that nobody sits for
 */
record Seating(Map<String, Sitting> members, List<Constituency> unclaimed) {
    /** More by-elections at once there have never been; what looks like more is a fault. */
    private static final int MOST_VACANCIES = 30;

    private static final int LONGEST_NAME = 80;

    /** @throws ParliamentFailure unless every member sits for a seat of their own */
    static Seating of(Collection<Sitting> sitting, Boundaries boundaries) {
        var byName = byName(boundaries);
        var members = new TreeMap<String, Sitting>();
        for (var member : sitting) {
            var constituency = byName.get(FoldedName.of(member.seat()));
            if (constituency == null) {
                throw new ParliamentFailure(
                        member.page(),
                        "member %d sits for \"%s\", which is none of the %s boundaries"
                                .formatted(member.id(), shown(member.seat()), boundaries.name()));
            }
            var other = members.put(constituency.code(), member);
            if (other != null) {
                throw new ParliamentFailure(
                        member.page(),
                        "members %d and %d both sit for %s".formatted(other.id(), member.id(), constituency.name()));
            }
        }
        var unclaimed = boundaries.all().stream()
                .filter(constituency -> !members.containsKey(constituency.code()))
                .toList();
        if (unclaimed.size() > MOST_VACANCIES) {
            throw new ParliamentFailure("the pages of members", "nobody sits for %d seats".formatted(unclaimed.size()));
        }
        return new Seating(members, unclaimed);
    }

    private static Map<FoldedName, Constituency> byName(Boundaries boundaries) {
        var byName = new HashMap<FoldedName, Constituency>();
        for (var constituency : boundaries.all()) {
            put(byName, constituency.name(), constituency);
            if (constituency.nameCy() != null) {
                put(byName, constituency.nameCy(), constituency);
            }
        }
        return byName;
    }

    private static void put(Map<FoldedName, Constituency> byName, String name, Constituency constituency) {
        var other = byName.put(FoldedName.of(name), constituency);
        if (other != null && !other.equals(constituency)) {
            throw new IllegalArgumentException(
                    "%s and %s are called alike".formatted(other.code(), constituency.code()));
        }
    }

    private static String shown(String name) {
        var plain = name.replaceAll("\\p{C}", " ");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}
