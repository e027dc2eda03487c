package org.centrallobby.lookup.split;

import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.PseudoCode;
import org.centrallobby.lookup.file.Header;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Rejections;
import org.centrallobby.lookup.file.Row;
import org.centrallobby.lookup.postcode.PackedPostcode;

/** Takes the rows of a list of addresses, of which two columns count; each thread has its own, and all fill one table. */
final class AddressReader implements LineScan.RowReader {
    private static final int POSTCODE = 0;
    private static final int CONSTITUENCY = 1;
    private static final String POSTCODE_NAME = "pcds";
    private static final String CONSTITUENCY_NAME = "pcon(\\d\\d)?(cd)?";

    private final Boundaries boundaries;
    private final SplitTable table;
    private final boolean[] seen;
    private final Rejections rejections = new Rejections();
    private long rows;
    private long outside;

    AddressReader(Boundaries boundaries, SplitTable table) {
        this.boundaries = boundaries;
        this.table = table;
        this.seen = new boolean[boundaries.size()];
    }

    /** The columns of a file, by their names in every edition. */
    static int[] columns(Header header) {
        return new int[] {header.required("postcode", POSTCODE_NAME), header.required("constituency", CONSTITUENCY_NAME)
        };
    }

    /** Whether a file holds addresses, by its header. */
    static boolean fits(Header header) {
        return header.optional("postcode", POSTCODE_NAME) != Header.MISSING
                && header.optional("constituency", CONSTITUENCY_NAME) != Header.MISSING;
    }

    @Override
    public void read(Row row) {
        rows++;
        if (!row.isComplete()) {
            rejections.add(row, "the line has fewer columns than the header");
            return;
        }
        if (row.isEmpty(POSTCODE)
                || row.isEmpty(CONSTITUENCY)
                || PseudoCode.is(row.bytes(), row.from(CONSTITUENCY), row.to(CONSTITUENCY))) {
            outside++;
            return;
        }
        var postcode = PackedPostcode.of(row.bytes(), row.from(POSTCODE), row.to(POSTCODE));
        var place = boundaries.place(row.bytes(), row.from(CONSTITUENCY), row.to(CONSTITUENCY));
        if (postcode == PackedPostcode.NONE) {
            rejections.add(row, "what stands for the postcode has not the form of one");
        } else if (place == Boundaries.UNKNOWN) {
            rejections.add(row, "the constituency is none of the %s boundaries".formatted(boundaries.name()));
        } else if (table.add(postcode, place)) {
            seen[place] = true;
        } else {
            rejections.add(row, "there are more postcodes than a country has");
        }
    }

    long rows() {
        return rows;
    }

    /** Rows without a postcode or a constituency. */
    long outside() {
        return outside;
    }

    Rejections rejections() {
        return rejections;
    }

    boolean hasSeen(int place) {
        return seen[place];
    }
}
