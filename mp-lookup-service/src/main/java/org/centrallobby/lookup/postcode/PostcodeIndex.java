package org.centrallobby.lookup.postcode;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each postcode lies. Immutable; made by {@link PostcodeIndexBuilder}, kept by {@link PostcodeIndexFile}.
 *
 * <p>The postcodes of a sector are marked in a bitmap, and only those that exist have a value (the constituency's number
 * and whether the postcode is still in use). So the three million postcodes of the United Kingdom, those no longer in use
 * included, take about three bytes each, and a code that was never given out is told from one that was.
 */
public final class PostcodeIndex {
    /** Nothing is known. */
    public static final PostcodeIndex EMPTY = new PostcodeIndexBuilder().build();

    static final int WORDS = (PackedPostcode.SLOTS + Long.SIZE - 1) / Long.SIZE;
    static final int PLACE_MASK = 0x3FF;
    static final int TERMINATED = 0x400;

    /** Numbers from here on are territories, below them constituencies. */
    static final int FIRST_TERRITORY = 1000;

    /** Terminated, but nobody says when. */
    static final short MONTH_UNKNOWN = 0;

    final String[] codes;
    final int[] sectors;
    final long[] present;
    final int[] firstValue;
    final short[] values;
    final int[] firstMonth;
    final short[] months;
    final Map<Long, List<String>> splits;

    PostcodeIndex(
            String[] codes,
            int[] sectors,
            long[] present,
            int[] firstValue,
            short[] values,
            int[] firstMonth,
            short[] months,
            Map<Long, List<String>> splits) {
        this.codes = codes;
        this.sectors = sectors;
        this.present = present;
        this.firstValue = firstValue;
        this.values = values;
        this.firstMonth = firstMonth;
        this.months = months;
        this.splits = Map.copyOf(splits);
    }

    /**
     * What is known of an existing postcode.
     *
     * @param codes the constituencies it lies in: one, several where the boundary runs through it, none in a territory
     * @param terminated whether it is no longer in use
     * @param terminatedIn the month in which it went out of use, where that is known
     * @param territory why it lies in no constituency; null where it lies in one
     */
    public record Entry(
            List<String> codes,
            boolean terminated,
            @Nullable YearMonth terminatedIn,
            @Nullable Territory territory) {}

    /** What is known of the postcode; empty if it does not exist. */
    public Optional<Entry> find(Postcode postcode) {
        var packed = PackedPostcode.of(postcode);
        var sector = Arrays.binarySearch(sectors, PackedPostcode.sector(packed));
        if (!isPresent(sector, PackedPostcode.slot(packed))) {
            return Optional.empty();
        }
        var at = firstValue[sector] + rank(sector, PackedPostcode.slot(packed));
        return Optional.of(entry(packed, values[at], monthOf(sector, at)));
    }

    boolean contains(long packed) {
        return isPresent(Arrays.binarySearch(sectors, PackedPostcode.sector(packed)), PackedPostcode.slot(packed));
    }

    /** How many postcodes are known, in use or not. */
    public int size() {
        return values.length;
    }

    /** How many of them are no longer in use. */
    public int terminated() {
        return months.length;
    }

    /** How many of them lie in more than one constituency. */
    public int split() {
        return splits.size();
    }

    /** The codes of all constituencies that some postcode lies in. */
    public List<String> constituencies() {
        return List.of(codes);
    }

    /** Whether any postcode of the area is known, for instance of {@code BT}. */
    public boolean knowsArea(String area) {
        var from = Arrays.binarySearch(sectors, PackedPostcode.firstSector(area + "0"));
        var first = from < 0 ? -from - 1 : from;
        // Behind the area's last district stands the area whose name goes on with a letter.
        return first < sectors.length && sectors[first] < PackedPostcode.firstSector(area + "A");
    }

    private boolean isPresent(int sector, int slot) {
        return sector >= 0 && (present[sector * WORDS + slot / Long.SIZE] & (1L << slot)) != 0;
    }

    private int rank(int sector, int slot) {
        var first = sector * WORDS;
        var count = 0;
        for (var word = 0; word < slot / Long.SIZE; word++) {
            count += Long.bitCount(present[first + word]);
        }
        return count + Long.bitCount(present[first + slot / Long.SIZE] & ((1L << slot) - 1));
    }

    private short monthOf(int sector, int at) {
        if ((values[at] & TERMINATED) == 0) {
            return MONTH_UNKNOWN;
        }
        var month = firstMonth[sector];
        for (var before = firstValue[sector]; before < at; before++) {
            month += (values[before] & TERMINATED) == 0 ? 0 : 1;
        }
        return months[month];
    }

    private Entry entry(long packed, short value, short month) {
        var place = value & PLACE_MASK;
        var terminated = (value & TERMINATED) != 0;
        var since = month == MONTH_UNKNOWN ? null : YearMonth.of(month / 12, month % 12 + 1);
        if (place >= FIRST_TERRITORY) {
            return new Entry(List.of(), terminated, since, Territory.values()[place - FIRST_TERRITORY]);
        }
        var several = splits.get(packed);
        return new Entry(several == null ? List.of(codes[place]) : several, terminated, since, null);
    }
}
