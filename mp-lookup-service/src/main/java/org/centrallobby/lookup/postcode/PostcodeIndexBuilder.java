package org.centrallobby.lookup.postcode;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a directory in any order and makes the index of them. Each row is one number until then. */
public final class PostcodeIndexBuilder {
    private static final int MONTH_BITS = 16;
    private static final int VALUE_BITS = 11;
    private static final int PACKED_SHIFT = MONTH_BITS + VALUE_BITS;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final Map<Long, List<String>> splits = new HashMap<>();
    private long[] rows = new long[1024];
    private int size;

    /** Adds a postcode that is in use. */
    public void live(Postcode postcode, String constituency) {
        add(postcode, place(constituency), false, null);
    }

    /** Adds a postcode that is no longer in use; the month is null where it is not known. */
    public void terminated(Postcode postcode, String constituency, @Nullable YearMonth month) {
        add(postcode, place(constituency), true, month);
    }

    /** Adds a postcode that lies in no constituency. */
    public void outside(Postcode postcode, Territory territory, boolean terminated, @Nullable YearMonth month) {
        add(postcode, PostcodeIndex.FIRST_TERRITORY + territory.ordinal(), terminated, month);
    }

    /** Says that the boundary runs through a postcode; the postcode itself is added besides. */
    public void split(Postcode postcode, List<String> constituencies) {
        constituencies.forEach(this::place);
        splits.put(PackedPostcode.of(postcode), List.copyOf(constituencies));
    }

    /**
     * Makes the index.
     *
     * @throws IllegalArgumentException if a postcode was added twice with different facts, or a split one not at all
     */
    public PostcodeIndex build() {
        Arrays.sort(rows, 0, size);
        var distinct = withoutRepeats();
        var sectors = sectors(distinct);
        var present = new long[sectors.length * PostcodeIndex.WORDS];
        var firstValue = new int[sectors.length];
        var firstMonth = new int[sectors.length];
        var values = new short[distinct];
        var months = new short[terminated(distinct)];
        var sector = -1;
        var month = 0;
        for (var row = 0; row < distinct; row++) {
            var packed = rows[row] >>> PACKED_SHIFT;
            if (sector < 0 || sectors[sector] != PackedPostcode.sector(packed)) {
                sector++;
                firstValue[sector] = row;
                firstMonth[sector] = month;
            }
            var slot = PackedPostcode.slot(packed);
            present[sector * PostcodeIndex.WORDS + slot / Long.SIZE] |= 1L << slot;
            values[row] = value(rows[row]);
            if (isTerminated(rows[row])) {
                months[month++] = (short) rows[row];
            }
        }
        var index = new PostcodeIndex(
                codes.toArray(String[]::new), sectors, present, firstValue, values, firstMonth, months, splits);
        if (!splits.keySet().stream().allMatch(index::contains)) {
            throw new IllegalArgumentException("a postcode is said to be split that no row holds");
        }
        return index;
    }

    private void add(Postcode postcode, int place, boolean terminated, @Nullable YearMonth month) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        var value = place | (terminated ? PostcodeIndex.TERMINATED : 0);
        var months = month == null ? PostcodeIndex.MONTH_UNKNOWN : month.getYear() * 12 + month.getMonthValue() - 1;
        rows[size++] = (PackedPostcode.of(postcode) << PACKED_SHIFT) | ((long) value << MONTH_BITS) | months;
    }

    private int place(String constituency) {
        return places.computeIfAbsent(constituency, code -> {
            if (codes.size() == PostcodeIndex.FIRST_TERRITORY) {
                throw new IllegalArgumentException("More constituencies than the index has room for");
            }
            codes.add(code);
            return codes.size() - 1;
        });
    }

    private int withoutRepeats() {
        var kept = 0;
        for (var row = 0; row < size; row++) {
            if (kept > 0 && rows[kept - 1] == rows[row]) {
                continue;
            }
            if (kept > 0 && rows[kept - 1] >>> PACKED_SHIFT == rows[row] >>> PACKED_SHIFT) {
                throw new IllegalArgumentException("one postcode stands twice, with different facts");
            }
            rows[kept++] = rows[row];
        }
        return kept;
    }

    private int[] sectors(int distinct) {
        return Arrays.stream(rows, 0, distinct)
                .mapToInt(row -> PackedPostcode.sector(row >>> PACKED_SHIFT))
                .distinct()
                .toArray();
    }

    private int terminated(int distinct) {
        return (int) Arrays.stream(rows, 0, distinct)
                .filter(PostcodeIndexBuilder::isTerminated)
                .count();
    }

    private static short value(long row) {
        return (short) ((row >>> MONTH_BITS) & ((1 << VALUE_BITS) - 1));
    }

    private static boolean isTerminated(long row) {
        return (value(row) & PostcodeIndex.TERMINATED) != 0;
    }
}
