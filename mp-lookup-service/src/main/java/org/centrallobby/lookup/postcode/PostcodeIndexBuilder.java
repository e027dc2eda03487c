package org.centrallobby.lookup.postcode;

/** Makes the index of the rows of a directory. */
public final class PostcodeIndexBuilder {
    /**
     * An index and what it was made of.
     *
     * @param repeated rows that only said again what another had said
     * @param contradicting rows of a postcode of which another row said something else; one of them counts
     */
    public record Built(PostcodeIndex index, int repeated, int contradicting) {}

    private PostcodeIndexBuilder() {}

    /** Makes the index of the rows that several threads have read. */
    public static Built build(Iterable<PostcodeRows> parts) {
        var rows = PostcodeRows.sorted(parts);
        var repeated = 0;
        var size = 0;
        for (var row : rows) {
            if (size == 0 || PostcodeRows.packed(rows[size - 1]) != PostcodeRows.packed(row)) {
                rows[size++] = row;
            } else if (rows[size - 1] == row) {
                repeated++;
            }
        }
        return new Built(index(rows, size), repeated, rows.length - size - repeated);
    }

    private static PostcodeIndex index(long[] rows, int size) {
        var counts = Counts.of(rows, size);
        var outwards = new char[PackedPostcode.OUTWARDS];
        var numbers = new char[counts.outwards() * 10];
        var sectors = new long[counts.sectors() * PostcodeIndex.SECTOR_WORDS];
        var terminated = new long[counts.sectors() * PostcodeIndex.WORDS];
        var values = new short[size];
        var months = new short[counts.terminated()];
        var outward = 0;
        var sector = 0;
        var month = 0;
        for (var i = 0; i < size; i++) {
            var packed = PostcodeRows.packed(rows[i]);
            var packedSector = PackedPostcode.sector(packed);
            var packedOutward = PackedPostcode.outwardOfSector(packedSector);
            if (outwards[packedOutward] == 0) {
                outwards[packedOutward] = (char) ++outward;
            }
            var numberAt = (outward - 1) * 10 + packedSector % 10;
            if (numbers[numberAt] == 0) {
                sectors[sector * PostcodeIndex.SECTOR_WORDS + PostcodeIndex.WORDS] = PostcodeIndex.begins(i, month);
                numbers[numberAt] = (char) ++sector;
            }
            var slot = PackedPostcode.slot(packed);
            var entry = PostcodeRows.entry(rows[i]);
            sectors[(sector - 1) * PostcodeIndex.SECTOR_WORDS + slot / Long.SIZE] |= 1L << slot;
            values[i] = (short) (entry & (Found.PLACE_MASK | Found.TERMINATED));
            if ((entry & Found.TERMINATED) != 0) {
                terminated[(sector - 1) * PostcodeIndex.WORDS + slot / Long.SIZE] |= 1L << slot;
                months[month++] = (short) (entry >>> Found.MONTH_SHIFT);
            }
        }
        return new PostcodeIndex(outwards, numbers, sectors, terminated, values, months);
    }

    private record Counts(int outwards, int sectors, int terminated) {
        static Counts of(long[] rows, int size) {
            var outwards = 0;
            var sectors = 0;
            var terminated = 0;
            var sector = -1;
            for (var i = 0; i < size; i++) {
                var next = PackedPostcode.sector(PostcodeRows.packed(rows[i]));
                if (next != sector) {
                    sectors++;
                    if (sector < 0 || PackedPostcode.outwardOfSector(next) != PackedPostcode.outwardOfSector(sector)) {
                        outwards++;
                    }
                    sector = next;
                }
                if ((PostcodeRows.entry(rows[i]) & Found.TERMINATED) != 0) {
                    terminated++;
                }
            }
            return new Counts(outwards, sectors, terminated);
        }
    }
}
