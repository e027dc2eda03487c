package org.centrallobby.lookup.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A CSV file whose columns are found by their names, never by their places: publishers move and rename them from edition
 * to edition. A byte order mark, any line ends and quotes are taken as they come.
 */
final class Table {
    private final String file;
    private final List<String> names;

    private Table(String file, List<String> names) {
        this.file = file;
        this.names = names;
    }

    /**
     * Reads a file.
     *
     * @param bind is given the header and says what to do with each row
     * @throws BadFile if the file cannot be used
     */
    static void read(Source source, Function<Table, Consumer<Row>> bind) {
        var line = 0L;
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(source.open(), StandardCharsets.UTF_8)) {
            Consumer<Row> rows = null;
            for (var record : reader) {
                line = record.getStartingLineNumber();
                if (rows == null) {
                    rows = bind.apply(new Table(source.name(), normalised(record.getFields())));
                } else {
                    rows.accept(new Row(source.name(), record));
                }
            }
            if (rows == null) {
                throw new BadFile(source.name(), "the file is empty");
            }
        } catch (CsvParseException e) {
            throw new BadFile(source.name(), line + 1, "not well-formed CSV");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw source.unreadable();
        }
    }

    /**
     * The column that holds something.
     *
     * @param what names it for people
     * @param patterns what it may be called, in lower case, the best first
     * @throws BadFile if there is none, or if two fit equally well
     */
    int required(String what, String... patterns) {
        return optional(what, patterns)
                .orElseThrow(() -> new BadFile(
                        file,
                        1,
                        "no column holds the %s (looked for %s)".formatted(what, String.join(", ", patterns))));
    }

    /** As {@link #required}, but the column may be missing. */
    OptionalInt optional(String what, String... patterns) {
        for (var pattern : patterns) {
            var fits = Pattern.compile(pattern).asMatchPredicate();
            var columns = IntStream.range(0, names.size())
                    .filter(column -> fits.test(names.get(column)))
                    .toArray();
            if (columns.length > 1) {
                throw new BadFile(file, 1, "more than one column may hold the %s".formatted(what));
            }
            if (columns.length == 1) {
                return OptionalInt.of(columns[0]);
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> normalised(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** A line of the file. */
    record Row(String file, CsvRecord record) {
        /** The text in a column, without the blanks around it; empty where nothing stands there. */
        String text(int column) {
            if (column >= record.getFieldCount()) {
                throw bad("the line has fewer columns than the header");
            }
            return record.getField(column).strip();
        }

        /** As {@link #text(int)}; empty where there is no such column. */
        String text(OptionalInt column) {
            return column.isPresent() ? text(column.getAsInt()) : "";
        }

        /** The file cannot be used because of this line. */
        BadFile bad(String reason) {
            return new BadFile(file, record.getStartingLineNumber(), reason);
        }

        @Override
        public String toString() {
            return "Row[%s, line %d]".formatted(file, record.getStartingLineNumber());
        }
    }
}
