package org.centrallobby.lookup.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Header;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;
import org.centrallobby.lookup.postcode.PackedPostcode;

/** Reads which postcodes a boundary runs through: a postcode, and the codes of its constituencies separated by blanks. */
final class SplitFile {
    private final Boundaries boundaries;
    private final Map<Integer, List<Integer>> places = new HashMap<>();

    private SplitFile(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** @throws BadFile if the file cannot be used at all */
    static ReadPart read(Source source, Boundaries boundaries) {
        var file = new SplitFile(boundaries);
        var outcome = Table.read(source, file::rows);
        return new ReadPart(
                Part.SPLITS, new PartContent.Splits(Map.copyOf(file.places)), ReadReport.of(outcome, List.of()));
    }

    private Consumer<Table.Cells> rows(Header header) {
        var postcode = header.required("postcode", "pcds", "pcd8|pcd2", "pcd7|pcd", "postcode");
        var codes = header.required("constituencies", "codes");
        return row -> {
            var ascii = row.text(postcode).getBytes(StandardCharsets.US_ASCII);
            var packed = PackedPostcode.of(ascii, 0, ascii.length);
            if (packed == PackedPostcode.NONE) {
                throw row.bad("what stands for the postcode has not the form of one");
            }
            var split = Arrays.stream(row.text(codes).split("\\s+"))
                    .map(code -> place(row, code))
                    .distinct()
                    .sorted()
                    .toList();
            if (split.size() < 2) {
                throw row.bad("a split postcode lies in two constituencies or more");
            }
            if (places.put(packed, split) != null) {
                throw row.bad("the postcode stands in the file twice");
            }
        };
    }

    private int place(Table.Cells row, String code) {
        var ascii = code.getBytes(StandardCharsets.US_ASCII);
        var place = boundaries.place(ascii, 0, ascii.length);
        if (place == Boundaries.UNKNOWN) {
            throw row.bad("the constituency is none of the %s boundaries".formatted(boundaries.name()));
        }
        return place;
    }
}
