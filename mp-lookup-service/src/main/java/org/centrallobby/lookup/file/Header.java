package org.centrallobby.lookup.file;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The first line of a CSV file. Columns are found by their names, never by their places: publishers move and rename them
 * from edition to edition.
 *
 * @param file how the file is called in messages
 * @param names in lower case, without the blanks around them
 */
public record Header(String file, List<String> names) {
    /** What stands for a column that the file does not have. */
    public static final int MISSING = -1;

    public Header {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The column that holds something.
     *
     * @param what names it for people
     * @param patterns what it may be called, in lower case, the best first
     * @throws BadFile if there is none, or if two fit equally well
     */
    public int required(String what, String... patterns) {
        var column = optional(what, patterns);
        if (column == MISSING) {
            throw new BadFile(
                    file, 1, "no column holds the %s (looked for %s)".formatted(what, String.join(", ", patterns)));
        }
        return column;
    }

    /** As {@link #required}, but {@link #MISSING} where the file has no such column. */
    public int optional(String what, String... patterns) {
        for (var pattern : patterns) {
            var fits = Pattern.compile(pattern).asMatchPredicate();
            var columns = IntStream.range(0, names.size())
                    .filter(column -> fits.test(names.get(column)))
                    .toArray();
            if (columns.length > 1) {
                throw new BadFile(file, 1, "more than one column may hold the %s".formatted(what));
            }
            if (columns.length == 1) {
                return columns[0];
            }
        }
        return MISSING;
    }
}
