package org.centrallobby.lookup.dataset;

import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.PseudoCode;
import org.centrallobby.lookup.file.Header;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Rejections;
import org.centrallobby.lookup.file.Row;
import org.centrallobby.lookup.postcode.PackedPostcode;
import org.centrallobby.lookup.postcode.PostcodeDirectory;
import org.centrallobby.lookup.postcode.PostcodeRows;
import org.centrallobby.lookup.postcode.Territory;

/**
 * Takes the rows of a directory of postcodes: the ONS Postcode Directory or the NSPL of any edition, or a table of postcodes
 * and constituencies. Of its many columns four count: the postcode ({@code pcds}), the month in which it went out of use
 * ({@code doterm}, YYYYMM, blank while it is in use), the constituency, and {@code live} (1 or 0) where there is no month.
 */
final class PostcodeReader implements LineScan.RowReader {
    private static final int POSTCODE = 0;
    private static final int TERMINATED = 1;
    private static final int CONSTITUENCY = 2;
    private static final int LIVE = 3;

    private static final String[] POSTCODES = {"pcds", "pcd8|pcd2", "pcd7|pcd", "postcode"};
    private static final String[] CONSTITUENCIES = {"pcon24(cd)?", "pcon(\\d\\d)?(cd)?", "constituency_code"};

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Boundaries boundaries;
    private final Side greatBritain = new Side();
    private final Side northernIreland = new Side();

    /** What was read of one of the two directories that an edition holds. */
    static final class Side {
        private final PostcodeRows rows = new PostcodeRows();
        private final Rejections rejections = new Rejections();
        private long seen;
        private long unknownCodes;

        PostcodeRows rows() {
            return rows;
        }

        Rejections rejections() {
            return rejections;
        }

        /** Rows that belong here, usable or not. */
        long seen() {
            return seen;
        }

        /** Rows whose constituency is not one: of another decade, for instance. */
        long unknownCodes() {
            return unknownCodes;
        }
    }

    PostcodeReader(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** The rows of Northern Ireland, or all others. */
    Side side(boolean ofNorthernIreland) {
        return ofNorthernIreland ? northernIreland : greatBritain;
    }

    /** The columns of a file, by their names in every edition since 2024. */
    static int[] columns(Header header) {
        return new int[] {
            header.required("postcode", POSTCODES),
            header.optional("month of termination", "doterm"),
            header.required("constituency", CONSTITUENCIES),
            header.optional("word on whether it is in use", "live(\\d{4})?")
        };
    }

    /** Whether a file with this header is a directory of postcodes. */
    static boolean fits(Header header) {
        return header.optional("postcode", POSTCODES) != Header.MISSING
                && header.optional("constituency", CONSTITUENCIES) != Header.MISSING;
    }

    @Override
    public void read(Row row) {
        if (!row.isComplete()) {
            reject(row, "the line has fewer columns than the header");
            return;
        }
        var packed = PackedPostcode.of(row.bytes(), row.from(POSTCODE), row.to(POSTCODE));
        if (packed == PackedPostcode.NONE) {
            reject(row, "what stands for the postcode has not the form of one");
        } else {
            place(row, packed, side(PostcodeDirectory.isNorthernIrish(packed)));
        }
    }

    /** Nobody knows to which side it belongs. */
    private void reject(Row row, String reason) {
        greatBritain.rejections.add(row, reason);
        northernIreland.rejections.add(row, reason);
    }

    private void place(Row row, int packed, Side side) {
        side.seen++;
        var month = month(row);
        var place = isOutside(row)
                ? PostcodeRows.place(territory(packed))
                : boundaries.place(row.bytes(), row.from(CONSTITUENCY), row.to(CONSTITUENCY));
        if (month == BAD_MONTH) {
            side.rejections.add(row, "the month of termination is not YYYYMM");
        } else if (place == Boundaries.UNKNOWN) {
            side.unknownCodes++;
            side.rejections.add(row, "the constituency is none of the %s boundaries".formatted(boundaries.name()));
        } else if (month == IN_USE) {
            side.rows.live(packed, place);
        } else {
            side.rows.terminated(packed, place, month);
        }
    }

    private static boolean isOutside(Row row) {
        return row.isEmpty(CONSTITUENCY) || PseudoCode.is(row.bytes(), row.from(CONSTITUENCY), row.to(CONSTITUENCY));
    }

    private static Territory territory(int packed) {
        if (PackedPostcode.isInArea(packed, "JE")) {
            return Territory.JERSEY;
        }
        if (PackedPostcode.isInArea(packed, "GY")) {
            return Territory.GUERNSEY;
        }
        return PackedPostcode.isInArea(packed, "IM") ? Territory.ISLE_OF_MAN : Territory.NON_GEOGRAPHIC;
    }

    private static final int IN_USE = -1;
    private static final int BAD_MONTH = -2;
    private static final int UNKNOWN_MONTH = 0;

    /** The year times twelve and the month from 0, or one of the three constants. */
    private static int month(Row row) {
        if (row.isEmpty(TERMINATED)) {
            return isZero(row, LIVE) ? UNKNOWN_MONTH : IN_USE;
        }
        if (row.to(TERMINATED) - row.from(TERMINATED) != 6) {
            return BAD_MONTH;
        }
        var number = 0;
        for (var at = row.from(TERMINATED); at < row.to(TERMINATED); at++) {
            var digit = row.bytes()[at] - '0';
            if (digit < 0 || digit > 9) {
                return BAD_MONTH;
            }
            number = number * 10 + digit;
        }
        var year = number / 100;
        var month = number % 100;
        return year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ? BAD_MONTH : year * 12 + month - 1;
    }

    private static boolean isZero(Row row, int field) {
        return row.to(field) - row.from(field) == 1 && row.bytes()[row.from(field)] == '0';
    }
}
