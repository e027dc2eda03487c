package org.centrallobby.lookup.split;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which constituencies the addresses of each postcode lie. A postcode takes 16 bytes at most, however many addresses
 * it has; only those in several constituencies have an object of their own.
 */
final class SplitTable {
    /** The United Kingdom has three million postcodes, old ones included; a file with more is no list of addresses. */
    static final int MOST_POSTCODES = 8_000_000;

    private static final int PLACE_BITS = 12;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /** Postcode and the first constituency found for it in one number; 0 is an empty slot. */
    private long[] slots = new long[1 << 16];

    private int size;
    private final TreeMap<Long, int[]> splits = new TreeMap<>();

    /**
     * Adds an address.
     *
     * @param postcode as {@link Symbols} numbers it
     * @param place a constituency's number, less than 4096
     */
    void add(long postcode, int place) {
        var at = slot(slots, postcode);
        if (slots[at] == 0) {
            slots[at] = postcode << PLACE_BITS | place;
            if (++size > slots.length / 2) {
                grow();
            }
        } else if ((slots[at] & PLACE_MASK) != place) {
            var first = (int) slots[at] & PLACE_MASK;
            splits.put(postcode, with(splits.getOrDefault(postcode, new int[] {first}), place));
        }
    }

    /** How many postcodes were added. */
    int size() {
        return size;
    }

    /** The postcodes in several constituencies in the order of their text, each with the constituencies' numbers, ascending. */
    SortedMap<Long, int[]> splits() {
        return Collections.unmodifiableSortedMap(splits);
    }

    /** The numbers, which ascend, and another one. */
    private static int[] with(int[] known, int place) {
        var at = Arrays.binarySearch(known, place);
        if (at >= 0) {
            return known;
        }
        var more = Arrays.copyOf(known, known.length + 1);
        System.arraycopy(known, -at - 1, more, -at, known.length + at + 1);
        more[-at - 1] = place;
        return more;
    }

    private void grow() {
        if (size > MOST_POSTCODES) {
            throw new CannotDerive("The files hold more than %d different postcodes: that is no list of addresses"
                    .formatted(MOST_POSTCODES));
        }
        var larger = new long[slots.length * 2];
        for (var entry : slots) {
            if (entry != 0) {
                larger[slot(larger, entry >>> PLACE_BITS)] = entry;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long postcode) {
        var mask = slots.length - 1;
        var at = (int) (postcode * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
        while (slots[at] != 0 && slots[at] >>> PLACE_BITS != postcode) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
