package org.centrallobby.lookup.constituency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of constituencies that covers the country, found by their present codes and by earlier ones. Each has a place, its
 * number from 0 in the order of the codes: indexes hold places instead of codes.
 */
public final class Boundaries {
    /** What stands for a code that the set does not have. */
    public static final int UNKNOWN = -1;

    private final String name;
    private final List<Constituency> byPlace;
    private final Map<String, Integer> places = new HashMap<>();
    private final CodeTable table;

    /**
     * @param name what the set is called, for instance {@code 2024}
     * @param aliases earlier code to present code
     */
    public Boundaries(String name, Collection<Constituency> constituencies, Map<String, String> aliases) {
        this.name = name;
        this.byPlace = constituencies.stream()
                .sorted(Comparator.comparing(Constituency::code))
                .toList();
        for (var place = 0; place < byPlace.size(); place++) {
            places.put(byPlace.get(place).code(), place);
        }
        aliases.forEach((earlier, present) -> places.put(earlier, places.get(present)));
        this.table = new CodeTable(new TreeMap<>(places));
    }

    public String name() {
        return name;
    }

    /** The constituency of that code, an earlier one included. */
    public Optional<Constituency> find(String code) {
        return Optional.ofNullable(places.get(code)).map(byPlace::get);
    }

    /** The constituency at a place. */
    public Constituency at(int place) {
        return byPlace.get(place);
    }

    /** The place of the code that stands in bytes of ASCII, an earlier one included; {@link #UNKNOWN} if there is none. */
    public int place(byte[] bytes, int from, int to) {
        return table.place(bytes, from, to);
    }

    /** How many constituencies there are. */
    public int size() {
        return byPlace.size();
    }

    /** All constituencies in the order of their codes. */
    public Collection<Constituency> all() {
        return byPlace;
    }

    /** The constituencies of a nation, in the order of their names. */
    public List<Constituency> of(Nation nation) {
        var found = new ArrayList<>(byPlace.stream()
                .filter(constituency -> constituency.nation() == nation)
                .toList());
        found.sort(Comparator.comparing(Constituency::name));
        return List.copyOf(found);
    }
}
