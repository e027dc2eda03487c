package org.centrallobby.lookup.split;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;

/** Finds, address by address, which postcodes lie in two constituencies or more. */
final class Derivation {
    /** At most one row in so many may be junk. */
    static final int ROWS_PER_JUNK_ROW = 1000;

    /** With so much junk nobody needs to see the rest. */
    private static final long MOST_JUNK = 100_000;

    private static final int MOST_EXAMPLES = 10;

    /** What the ONS writes where a place has none of something. */
    private static final Pattern PSEUDO_CODE = Pattern.compile("[A-Z]9{8}");

    private static final int OUTSIDE = -1;
    private static final int UNKNOWN = -2;

    private final Boundaries boundaries;
    private final List<Constituency> constituencies;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Progress progress;
    private final SplitTable table = new SplitTable();
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long outside;
    private long junk;
    private int files;

    Derivation(Boundaries boundaries, Progress progress) {
        this.boundaries = boundaries;
        this.constituencies = List.copyOf(boundaries.all());
        for (var number = 0; number < constituencies.size(); number++) {
            numbers.put(constituencies.get(number).code(), number);
        }
        this.progress = progress;
    }

    /** Is told how far the reading has come. */
    interface Progress {
        void file(String name, boolean taken);

        void rows(long rows, int postcodes);
    }

    /**
     * What was found.
     *
     * @param rows addresses read
     * @param outside of these, without a postcode or in no constituency
     * @param junk rows that could not be used
     * @param examples the first of these: file, line and reason
     * @param postcodes different postcodes
     * @param constituencies how many constituencies hold an address
     * @param splits split postcodes
     */
    record Outcome(
            long rows, long outside, long junk, List<String> examples, int postcodes, int constituencies, int splits) {}

    /** @throws CannotDerive if the files are not what they should be */
    Outcome read(List<Path> paths) {
        paths.forEach(path -> AddressFiles.visit(path, this::read));
        if (files == 0) {
            throw new CannotDerive("None of the files is a CSV with a postcode (PCDS) and a constituency (PCON24CD)");
        }
        checkJunk();
        if (table.size() == 0) {
            throw new CannotDerive("The files hold no address with a postcode and a constituency");
        }
        return new Outcome(
                rows,
                outside,
                junk,
                List.copyOf(examples),
                table.size(),
                places.values().stream().distinct().toList().size(),
                table.splits().size());
    }

    /** The list in the form that the service loads: a header, then a line for each split postcode, in their order. */
    Stream<String> lines() {
        return Stream.concat(
                Stream.of("postcode,codes"),
                table.splits().entrySet().stream()
                        .map(split -> Symbols.postcode(split.getKey()) + "," + codes(split.getValue())));
    }

    private String codes(int[] split) {
        return Arrays.stream(split)
                .mapToObj(number -> constituencies.get(number).code())
                .collect(Collectors.joining(" "));
    }

    private void read(String name, boolean listed, InputStream in) throws IOException {
        var taken = new AddressRows(in).read(new Addresses(name));
        progress.file(name, taken);
        if (taken) {
            files++;
        } else if (listed) {
            throw new CannotDerive(
                    "%s: its header names no postcode (PCDS) or no constituency (PCON24CD)".formatted(name));
        }
    }

    private void checkJunk() {
        if (junk * ROWS_PER_JUNK_ROW > rows) {
            throw new CannotDerive("%d of %d rows cannot be used, more than one in %d. The first of them:%n  %s"
                    .formatted(junk, rows, ROWS_PER_JUNK_ROW, String.join("%n  ".formatted(), examples)));
        }
    }

    /** The rows of one file. */
    private final class Addresses implements AddressRows.Taker {
        private static final int ROWS_PER_REPORT = 1 << 20;

        private final String file;
        private long lastCode = Symbols.NONE;
        private int lastPlace;

        Addresses(String file) {
            this.file = file;
        }

        @Override
        public void row(long line, byte[] bytes, int postcode, int postcodeEnd, int constituency, int constituencyEnd) {
            count();
            if (postcode == postcodeEnd || constituency == constituencyEnd) {
                outside++;
                return;
            }
            var number = Symbols.postcode(bytes, postcode, postcodeEnd);
            if (number == Symbols.NONE) {
                reject(line, "what stands for the postcode has not the form of one");
                return;
            }
            var code = Symbols.code(bytes, constituency, constituencyEnd);
            if (code != lastCode || code == Symbols.NONE) {
                var place = place(code, bytes, constituency, constituencyEnd);
                if (place == OUTSIDE) {
                    outside++;
                    return;
                }
                if (place == UNKNOWN) {
                    reject(line, "the constituency is none of the %s boundaries".formatted(boundaries.name()));
                    return;
                }
                lastCode = code;
                lastPlace = place;
            }
            table.add(number, lastPlace);
        }

        @Override
        public void junk(long line, String reason) {
            count();
            reject(line, reason);
        }

        private void count() {
            if ((++rows & (ROWS_PER_REPORT - 1)) == 0) {
                progress.rows(rows, table.size());
            }
        }

        private int place(long code, byte[] bytes, int from, int to) {
            var known = places.get(code);
            if (known != null) {
                return known;
            }
            var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
            var found = boundaries.find(text).orElse(null);
            if (found == null) {
                return PSEUDO_CODE.matcher(text).matches() ? OUTSIDE : UNKNOWN;
            }
            var number = numbers.getOrDefault(found.code(), UNKNOWN);
            // Only what exists is remembered: the table must not grow with junk.
            places.put(code, number);
            return number;
        }

        private void reject(long line, String reason) {
            if (++junk <= MOST_EXAMPLES) {
                examples.add("%s, line %d: %s".formatted(file, line, reason));
            }
            if (junk > MOST_JUNK) {
                checkJunk();
            }
        }
    }
}
