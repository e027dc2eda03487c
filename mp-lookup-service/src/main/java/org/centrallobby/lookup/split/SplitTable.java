package org.centrallobby.lookup.split;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * In which constituencies the addresses of each postcode lie. Several threads fill it. It takes 64 MB, however many
 * addresses there are; only postcodes in several constituencies have an object of their own.
 */
final class SplitTable {
    private static final int SLOTS = 1 << 23;

    /** The country has three million postcodes, old ones included; a file with more is no list of addresses. */
    static final int MOST_POSTCODES = SLOTS / 8 * 5;

    private static final int PLACE_BITS = 12;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /** Postcode and the first constituency found for it in one number; 0 is an empty slot. */
    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

    private final AtomicInteger size = new AtomicInteger();
    private final TreeMap<Integer, int[]> splits = new TreeMap<>();

    /**
     * Adds an address.
     *
     * @param postcode its number, not negative
     * @param place a constituency's number, less than 4096
     * @return false if the table is full
     */
    boolean add(int postcode, int place) {
        var key = postcode + 1L;
        var at = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 41);
        while (true) {
            var entry = slots.get(at);
            if (entry == 0) {
                if (size.get() >= MOST_POSTCODES) {
                    return false;
                }
                if (slots.compareAndSet(at, 0, key << PLACE_BITS | place)) {
                    size.incrementAndGet();
                    return true;
                }
            } else if (entry >>> PLACE_BITS != key) {
                at = (at + 1) & SLOTS - 1;
            } else {
                if ((entry & PLACE_MASK) != place) {
                    split(postcode, (int) entry & PLACE_MASK, place);
                }
                return true;
            }
        }
    }

    /** How many postcodes were added. */
    int size() {
        return size.get();
    }

    /** The postcodes in several constituencies, each with the constituencies' numbers, ascending. */
    synchronized SortedMap<Integer, int[]> splits() {
        return Collections.unmodifiableSortedMap(splits);
    }

    private synchronized void split(int postcode, int first, int place) {
        splits.put(postcode, with(splits.getOrDefault(postcode, new int[] {first}), place));
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
}
