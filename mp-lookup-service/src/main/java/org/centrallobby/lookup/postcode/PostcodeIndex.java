package org.centrallobby.lookup.postcode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each postcode lies. Immutable; made by {@link PostcodeIndexBuilder}, kept by {@link PostcodeIndexFile}.
 *
 * <p>Two small tables lead from the outward half and the digit behind it to the sector. The postcodes of a sector are marked
 * in a bitmap; counting bits gives the place of a postcode's value, and only those that exist have one. A second bitmap
 * leads in the same way to the months of those no longer in use. So the postcodes of the United Kingdom take less than four
 * bytes each, a code that was never given out is told from one that was, and a lookup reads three or four places in memory.
 * Figures and the structures that were not taken: {@code deploy/adr/0008}.
 */
public final class PostcodeIndex {
    /** Nothing is known. */
    public static final PostcodeIndex EMPTY =
            PostcodeIndexBuilder.build(List.of()).index();

    /** What stands for a postcode that does not exist. */
    static final int ABSENT = -1;

    static final int WORDS = (PackedPostcode.SLOTS + Long.SIZE - 1) / Long.SIZE;

    /** A sector's words: the bitmap, and in one more where its values and its months begin; 64 bytes, as a processor fetches them. */
    static final int SECTOR_WORDS = WORDS + 1;

    /** By outward half: its number from 1; 0 for one that does not exist. */
    final char[] outwards;

    /** By outward half's number and digit: the sector's number from 1; 0 for one that does not exist. */
    final char[] numbers;

    final long[] sectors;

    /** The bitmap of each sector's postcodes that are no longer in use. */
    final long[] terminated;

    final short[] values;
    final short[] months;

    PostcodeIndex(char[] outwards, char[] numbers, long[] sectors, long[] terminated, short[] values, short[] months) {
        this.outwards = outwards;
        this.numbers = numbers;
        this.sectors = sectors;
        this.terminated = terminated;
        this.values = values;
        this.months = months;
    }

    /** Where a sector's values and months begin, in one number. */
    static long begins(int value, int month) {
        return (long) value << Integer.SIZE | month;
    }

    /** The entry of a postcode, see {@link Found}; {@link #ABSENT} if it does not exist. */
    int entry(int packed) {
        var sector = sector(PackedPostcode.sector(packed));
        var slot = PackedPostcode.slot(packed);
        if (sector < 0 || !isSet(sectors, sector * SECTOR_WORDS, slot)) {
            return ABSENT;
        }
        var value = values[firstValue(sector) + rank(sectors, sector * SECTOR_WORDS, slot)];
        return (value & Found.TERMINATED) == 0 ? value : value | month(sector, slot) << Found.MONTH_SHIFT;
    }

    private int month(int sector, int slot) {
        return months[(int) sectors[sector * SECTOR_WORDS + WORDS] + rank(terminated, sector * WORDS, slot)];
    }

    /** The constituencies that the postcodes of a sector lie in, by the number of their postcodes, most first. */
    int[] placesOfSector(int packedSector) {
        var sector = sector(packedSector);
        return sector < 0 ? new int[0] : places(firstValue(sector), endOfSector(sector));
    }

    /** As {@link #placesOfSector}, of all sectors of an outward half. */
    int[] placesOfOutward(int outward) {
        var number = outwards[outward];
        if (number == 0) {
            return new int[0];
        }
        var found = IntStream.range(0, 10)
                .map(digit -> numbers[(number - 1) * 10 + digit] - 1)
                .filter(sector -> sector >= 0)
                .toArray();
        // An outward half has a number only if some sector of it is known.
        return places(firstValue(found[0]), endOfSector(found[found.length - 1]));
    }

    /** How many postcodes are known, in use or not. */
    public int size() {
        return values.length;
    }

    /** How many of them are no longer in use. */
    public int terminated() {
        return months.length;
    }

    /** How many postcodes lie in each constituency, by its place; as many numbers as are asked for. */
    public int[] countByPlace(int places) {
        var counts = new int[places];
        for (var value : values) {
            if ((value & Found.PLACE_MASK) < places) {
                counts[value & Found.PLACE_MASK]++;
            }
        }
        return counts;
    }

    /** What the index holds in memory, in bytes. */
    public long bytes() {
        return 2L * (outwards.length + numbers.length + values.length + months.length)
                + 8L * (sectors.length + terminated.length);
    }

    /** The same index with these postcodes marked as split; those that it does not hold are passed over. */
    PostcodeIndex withSplits(int[] split) {
        var marked = values.clone();
        for (var packed : split) {
            var at = valueOf(packed);
            if (at >= 0) {
                marked[at] |= Found.SPLIT;
            }
        }
        return new PostcodeIndex(outwards, numbers, sectors, terminated, marked, months);
    }

    private int valueOf(int packed) {
        var sector = sector(PackedPostcode.sector(packed));
        var slot = PackedPostcode.slot(packed);
        return sector >= 0 && isSet(sectors, sector * SECTOR_WORDS, slot)
                ? firstValue(sector) + rank(sectors, sector * SECTOR_WORDS, slot)
                : ABSENT;
    }

    /** The sector's number from 0; negative if there is none. */
    private int sector(int packedSector) {
        var outward = outwards[PackedPostcode.outwardOfSector(packedSector)];
        return outward == 0 ? ABSENT : numbers[(outward - 1) * 10 + packedSector % 10] - 1;
    }

    private int firstValue(int sector) {
        return (int) (sectors[sector * SECTOR_WORDS + WORDS] >>> Integer.SIZE);
    }

    private static boolean isSet(long[] bits, int firstWord, int slot) {
        return (bits[firstWord + slot / Long.SIZE] & 1L << slot) != 0;
    }

    /** How many bits are set before a slot. */
    private static int rank(long[] bits, int firstWord, int slot) {
        var count = 0;
        for (var word = 0; word < slot / Long.SIZE; word++) {
            count += Long.bitCount(bits[firstWord + word]);
        }
        return count + Long.bitCount(bits[firstWord + slot / Long.SIZE] & (1L << slot) - 1);
    }

    private int endOfSector(int sector) {
        return (sector + 1) * SECTOR_WORDS < sectors.length ? firstValue(sector + 1) : values.length;
    }

    private int[] places(int from, int to) {
        var counts = new int[Found.FIRST_TERRITORY];
        for (var at = from; at < to; at++) {
            var place = values[at] & Found.PLACE_MASK;
            if (place < Found.FIRST_TERRITORY) {
                counts[place]++;
            }
        }
        return IntStream.range(0, counts.length)
                .filter(place -> counts[place] > 0)
                .boxed()
                .sorted((a, b) -> counts[b] - counts[a])
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String toString() {
        return "PostcodeIndex[%d postcodes in %d sectors]".formatted(size(), sectors.length / SECTOR_WORDS);
    }

    /** Whether both know the same of the same postcodes. */
    boolean sameAs(PostcodeIndex other) {
        return Arrays.equals(outwards, other.outwards)
                && Arrays.equals(numbers, other.numbers)
                && Arrays.equals(sectors, other.sectors)
                && Arrays.equals(terminated, other.terminated)
                && Arrays.equals(values, other.values)
                && Arrays.equals(months, other.months);
    }
}
