package org.centrallobby.lookup.postcode;

import java.util.Arrays;

/** Rows of a directory, in any order, one number each: the postcode above the entry. Each reading thread has its own. */
public final class PostcodeRows {
    private static final int PACKED_SHIFT = 32;

    private long[] rows = new long[1 << 16];
    private int size;

    /** Adds a postcode of a constituency that is in use. The place is the constituency's in the order of the boundaries. */
    public void live(int packed, int place) {
        add(packed, place);
    }

    /**
     * Adds a postcode that is no longer in use.
     *
     * @param month the year times twelve and the month from 0; 0 where it is not known
     */
    public void terminated(int packed, int place, int month) {
        add(packed, place | Found.TERMINATED | month << Found.MONTH_SHIFT);
    }

    /** The place that stands for lying in no constituency. */
    public static int place(Territory territory) {
        return Found.FIRST_TERRITORY + territory.ordinal();
    }

    private void add(int packed, int entry) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + (size >> 1));
        }
        rows[size++] = (long) packed << PACKED_SHIFT | entry;
    }

    /** All rows of several threads, in the order of the postcodes. */
    static long[] sorted(Iterable<PostcodeRows> parts) {
        var size = 0;
        for (var part : parts) {
            size += part.size;
        }
        var all = new long[size];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part.rows, 0, all, at, part.size);
            at += part.size;
        }
        Arrays.sort(all);
        return all;
    }

    static int packed(long row) {
        return (int) (row >>> PACKED_SHIFT);
    }

    static int entry(long row) {
        return (int) row;
    }
}
