package org.centrallobby.lookup.dataset;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Consumer;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.dataset.Sources.PostcodeSources;
import org.centrallobby.lookup.postcode.Postcode;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.postcode.PostcodeIndexBuilder;
import org.centrallobby.lookup.postcode.Territory;
import org.jspecify.annotations.Nullable;

/**
 * Reads directories of postcodes: the ONS Postcode Directory of any edition, or a table of postcodes and constituencies.
 * Of its many columns five count: the postcode ({@code pcds}), the month in which it went out of use ({@code doterm},
 * YYYYMM, blank while it is in use), the country, the constituency, and {@code live} (1 or 0) where there is no month.
 */
final class PostcodeFiles {
    /** What stands for "no constituency" on the Channel Islands and on the Isle of Man. */
    private static final String PSEUDO_CODE = "[LM]99999999";

    private final Boundaries boundaries;
    private final PostcodeIndexBuilder index = new PostcodeIndexBuilder();

    private PostcodeFiles(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** @throws BadFile if one of the files cannot be used */
    static PostcodeIndex read(PostcodeSources sources, Boundaries boundaries) {
        var files = new PostcodeFiles(boundaries);
        sources.directories().forEach(source -> Table.read(source, files::directory));
        sources.splits().ifPresent(source -> Table.read(source, files::splits));
        try {
            return files.index.build();
        } catch (IllegalArgumentException e) {
            throw new BadFile(Sources.labels(sources.all()), String.valueOf(e.getMessage()));
        }
    }

    private Consumer<Table.Row> directory(Table header) {
        var postcode = header.required("postcode", "pcds", "pcd8|pcd2", "pcd7|pcd", "postcode");
        var constituency = header.required("constituency", "pcon24(cd)?", "pcon(\\d\\d)?(cd)?", "constituency_code");
        var ended = header.optional("month of termination", "doterm");
        var live = header.optional("word on whether it is in use", "live(\\d{4})?");
        return row -> {
            var code = row.text(constituency);
            var month = month(row, row.text(ended));
            var terminated = month != null || row.text(live).equals("0");
            var known = postcode(row, postcode);
            if (code.isEmpty() || code.matches(PSEUDO_CODE)) {
                index.outside(known, territory(known), terminated, month);
            } else if (terminated) {
                index.terminated(known, constituency(row, code).code(), month);
            } else {
                index.live(known, constituency(row, code).code());
            }
        };
    }

    private Consumer<Table.Row> splits(Table header) {
        var postcode = header.required("postcode", "pcds", "pcd8|pcd2", "pcd7|pcd", "postcode");
        var codes = header.required("constituencies", "codes");
        return row -> {
            var places = Arrays.stream(row.text(codes).split("\\s+"))
                    .map(code -> constituency(row, code).code())
                    .distinct()
                    .toList();
            if (places.size() < 2) {
                throw row.bad("a split postcode lies in two constituencies or more");
            }
            index.split(postcode(row, postcode), places);
        };
    }

    private static Postcode postcode(Table.Row row, int column) {
        return Postcode.ofCompact(row.text(column).replace(" ", ""))
                .orElseThrow(() -> row.bad("what stands for the postcode has not the form of one"));
    }

    private Constituency constituency(Table.Row row, String code) {
        return boundaries
                .find(code)
                .orElseThrow(
                        () -> row.bad("the constituency is none of the %s boundaries".formatted(boundaries.name())));
    }

    private static Territory territory(Postcode postcode) {
        return switch (postcode.area()) {
            case "JE" -> Territory.JERSEY;
            case "GY" -> Territory.GUERNSEY;
            case "IM" -> Territory.ISLE_OF_MAN;
            default -> Territory.NON_GEOGRAPHIC;
        };
    }

    private static @Nullable YearMonth month(Table.Row row, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = Integer.parseInt(text);
            return YearMonth.of(number / 100, number % 100);
        } catch (NumberFormatException | DateTimeException e) {
            throw row.bad("the month of termination is not YYYYMM");
        }
    }
}
