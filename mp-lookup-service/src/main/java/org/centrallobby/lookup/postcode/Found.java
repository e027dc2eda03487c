package org.centrallobby.lookup.postcode;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an existing postcode, packed into one long so that a lookup allocates nothing: the postcode itself
 * (see {@link PackedPostcode}), whether it was corrected, and the entry of the index.
 *
 * <p>An entry's bits: 0 to 9 the place, 10 whether a boundary runs through, 11 whether it is no longer in use, 12 to 26 the
 * month in which it went out of use (the year times twelve, and the month from 0), 0 where that is not known.
 */
final class Found {
    /** There is no such postcode. */
    static final long NONE = -1;

    /** Places from here on are territories, below them constituencies. */
    static final int FIRST_TERRITORY = 1000;

    static final int SPLIT = 1 << 10;
    static final int TERMINATED = 1 << 11;
    static final int PLACE_MASK = SPLIT - 1;
    static final int MONTH_SHIFT = 12;

    private static final long CORRECTED = 1L << 31;
    private static final int PACKED_SHIFT = 32;

    private Found() {}

    static long of(int packed, int entry, boolean corrected) {
        return (long) packed << PACKED_SHIFT | (corrected ? CORRECTED : 0) | entry;
    }

    static int packed(long found) {
        return (int) (found >>> PACKED_SHIFT);
    }

    static boolean isCorrected(long found) {
        return (found & CORRECTED) != 0;
    }

    /** The constituency's place in the order of the boundaries, or {@link #FIRST_TERRITORY} and more. */
    static int place(long found) {
        return (int) found & PLACE_MASK;
    }

    static boolean isSplit(long found) {
        return (found & SPLIT) != 0;
    }

    static boolean isTerminated(long found) {
        return (found & TERMINATED) != 0;
    }

    /** Why it lies in no constituency; null where it lies in one. */
    static @Nullable Territory territory(long found) {
        var place = place(found);
        return place < FIRST_TERRITORY ? null : Territory.values()[place - FIRST_TERRITORY];
    }

    /** The month in which it went out of use, where that is known. */
    static @Nullable YearMonth terminatedIn(long found) {
        var month = (int) (found & ~CORRECTED & 0xFFFFFFFFL) >>> MONTH_SHIFT;
        return month == 0 ? null : YearMonth.of(month / 12, month % 12 + 1);
    }
}
