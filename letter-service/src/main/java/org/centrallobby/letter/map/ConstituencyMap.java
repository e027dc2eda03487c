package org.centrallobby.letter.map;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where the constituencies lie, each on a hexagon of its own.
 *
 * @param places by the constituencies' codes
 */
public record ConstituencyMap(HexLayout layout, MapSource source, Map<String, Place> places) {
    public ConstituencyMap {
        places = Map.copyOf(places);
    }

    /**
     * Those of some constituencies that lie nearest to one of them, the nearest first; none where that one is not on the map.
     *
     * @param code of the one in the middle, which is not among the answers
     */
    public List<String> nearest(String code, Collection<String> among, int most) {
        var middle = places.get(code);
        if (middle == null) {
            return List.of();
        }
        return among.stream()
                .filter(other -> !other.equals(code) && places.containsKey(other))
                .sorted(Comparator.comparingInt((String other) -> layout.steps(middle, at(other)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** @throws IllegalArgumentException where it is not on the map */
    public Place at(String code) {
        var place = places.get(code);
        if (place == null) {
            throw new IllegalArgumentException("not on the map");
        }
        return place;
    }
}
