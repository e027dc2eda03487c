package org.centrallobby.lookup.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A CSV file of some thousand rows at most. A byte order mark, any line ends and quotes are taken as they come. */
public final class Table {
    /** Longer cells are in no table of this kind. */
    private static final int LONGEST_CELL = 1 << 16;

    private Table() {}

    /**
     * What came of reading.
     *
     * @param rows how many rows there are
     * @param rejected those that could not be used
     */
    public record Outcome(long rows, List<Rejections.Rejection> rejected) {}

    /**
     * Reads a source that is one file.
     *
     * @param bind is given the header and says what to do with each row; a row it throws {@link Cells#bad} for is passed over
     * @throws BadFile if the file cannot be used
     */
    public static Outcome read(Source source, Function<Header, Consumer<Cells>> bind) {
        try (var bundle = source.open()) {
            var files = bundle.entries().size() == 1
                    ? bundle.entries()
                    : bundle.entries().stream().filter(Entry::isCsv).toList();
            if (files.size() != 1) {
                throw new BadFile(source.name(), "it holds %d CSV files; one is asked for".formatted(files.size()));
            }
            return read(files.getFirst(), bind);
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private static Outcome read(Entry file, Function<Header, Consumer<Cells>> bind) throws IOException {
        var rejected = new ArrayList<Rejections.Rejection>();
        var count = 0L;
        var line = 0L;
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(file.open(), StandardCharsets.UTF_8)) {
            Consumer<Cells> rows = null;
            for (var record : reader) {
                line = record.getStartingLineNumber();
                if (rows == null) {
                    rows = bind.apply(new Header(file.name(), record.getFields()));
                } else {
                    count++;
                    try {
                        rows.accept(new Cells(record));
                    } catch (BadRow bad) {
                        rejected.add(new Rejections.Rejection(file.name(), line, bad.reason));
                    }
                }
            }
            if (rows == null) {
                throw new BadFile(file.name(), "the file is empty");
            }
            return new Outcome(count, List.copyOf(rejected));
        } catch (CsvParseException e) {
            throw new BadFile(file.name(), line + 1, "not well-formed CSV");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The cells of one line. */
    static List<String> cells(String line) {
        return CsvReader.builder().ofSingleCsvRecord(line).getFields();
    }

    /** A line of the file. */
    public record Cells(CsvRecord record) {
        /** The text in a column, without the blanks around it; empty where nothing stands there. */
        public String text(int column) {
            if (column == Header.MISSING) {
                return "";
            }
            if (column >= record.getFieldCount()) {
                throw bad("the line has fewer columns than the header");
            }
            return record.getField(column).strip();
        }

        /** To be thrown where the row cannot be used; the reason never holds what stands in it. */
        public RuntimeException bad(String reason) {
            return new BadRow(reason);
        }

        @Override
        public String toString() {
            return "Cells[line %d]".formatted(record.getStartingLineNumber());
        }
    }

    /** A row cannot be used. */
    private static final class BadRow extends RuntimeException {
        private final String reason;

        BadRow(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
