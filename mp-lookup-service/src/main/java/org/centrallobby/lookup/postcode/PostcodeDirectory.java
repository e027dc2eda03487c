package org.centrallobby.lookup.postcode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All postcodes that are served: those of Great Britain with the islands, those of Northern Ireland where the operator has
 * loaded them, and which ones a boundary runs through. Immutable; a lookup allocates nothing.
 */
public final class PostcodeDirectory {
    private static final int FIRST_NORTHERN_IRISH = PackedPostcode.of(new Postcode("BT0", "0AA"));
    private static final int LAST_NORTHERN_IRISH = PackedPostcode.of(new Postcode("BT9Z", "9ZZ"));

    private final PostcodeIndex greatBritain;
    private final PostcodeIndex northernIreland;
    private final Map<Integer, List<Integer>> splits;

    private PostcodeDirectory(
            PostcodeIndex greatBritain, PostcodeIndex northernIreland, Map<Integer, List<Integer>> splits) {
        this.greatBritain = greatBritain;
        this.northernIreland = northernIreland;
        this.splits = splits;
    }

    /** @param splits the places of the constituencies, two or more, by the postcode; postcodes that no index holds do not count */
    public static PostcodeDirectory of(
            PostcodeIndex greatBritain, Optional<PostcodeIndex> northernIreland, Map<Integer, List<Integer>> splits) {
        var packed = splits.keySet().stream().mapToInt(Integer::intValue).toArray();
        var marked = greatBritain.withSplits(packed);
        var markedNorthernIreland = northernIreland.map(index -> index.withSplits(packed));
        var held = new HashMap<>(splits);
        held.keySet()
                .removeIf(postcode -> marked.entry(postcode) == PostcodeIndex.ABSENT
                        && markedNorthernIreland
                                        .map(index -> index.entry(postcode))
                                        .orElse(PostcodeIndex.ABSENT)
                                == PostcodeIndex.ABSENT);
        return new PostcodeDirectory(marked, markedNorthernIreland.orElse(PostcodeIndex.EMPTY), Map.copyOf(held));
    }

    /** Nothing is known. */
    static PostcodeDirectory empty() {
        return of(PostcodeIndex.EMPTY, Optional.empty(), Map.of());
    }

    /** Whether a postcode belongs into the index of Northern Ireland. */
    public static boolean isNorthernIrish(int packed) {
        return packed >= FIRST_NORTHERN_IRISH && packed <= LAST_NORTHERN_IRISH;
    }

    /** What is known of what somebody typed, see {@link Found}; {@link Found#NONE} if there is no such postcode. */
    long find(CharSequence typed) {
        var compact = TypedPostcode.compact(typed);
        if (compact < 0) {
            return Found.NONE;
        }
        var exact = find(PackedPostcode.of(compact), false);
        return exact == Found.NONE ? findCorrected(compact) : exact;
    }

    private long findCorrected(long compact) {
        var length = TypedPostcode.length(compact);
        for (var shape = 0; shape < TypedPostcode.shapes(length); shape++) {
            var shaped = TypedPostcode.shaped(compact, length, shape);
            if (shaped != compact) {
                var found = find(PackedPostcode.of(shaped), true);
                if (found != Found.NONE) {
                    return found;
                }
            }
        }
        return Found.NONE;
    }

    private long find(int packed, boolean corrected) {
        if (packed == PackedPostcode.NONE) {
            return Found.NONE;
        }
        var entry = index(packed).entry(packed);
        return entry == PostcodeIndex.ABSENT ? Found.NONE : Found.of(packed, entry, corrected);
    }

    private PostcodeIndex index(int packed) {
        return isNorthernIrish(packed) ? northernIreland : greatBritain;
    }

    /** The places of the constituencies between which somebody at a split postcode has to choose. */
    List<Integer> split(int packed) {
        return splits.getOrDefault(packed, List.of());
    }

    /** The different sets of constituencies that some postcode is split between. */
    Stream<List<Integer>> splitSets() {
        return splits.values().stream().distinct();
    }

    /** The places of the constituencies of a sector, the one with most postcodes first. */
    int[] placesOfSector(int packed) {
        return index(packed).placesOfSector(PackedPostcode.sector(packed));
    }

    /** The places of the constituencies of an outward half, the one with most postcodes first. */
    int[] placesOfOutward(int outward) {
        var places = greatBritain.placesOfOutward(outward);
        return places.length > 0 ? places : northernIreland.placesOfOutward(outward);
    }

    /** How many postcodes are known, in use or not. */
    public int size() {
        return greatBritain.size() + northernIreland.size();
    }

    /** How many of them are no longer in use. */
    public int terminated() {
        return greatBritain.terminated() + northernIreland.terminated();
    }

    /** How many of them a boundary is known to run through. */
    public int splitPostcodes() {
        return splits.size();
    }

    /** Whether the postcodes of Northern Ireland are loaded. */
    public boolean hasNorthernIreland() {
        return northernIreland.size() > 0;
    }
}
