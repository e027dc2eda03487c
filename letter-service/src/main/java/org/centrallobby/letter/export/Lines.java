package org.centrallobby.letter.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows become bytes. */
interface Lines {
    static Lines of(Export export, OutputStream out) throws IOException {
        return switch (export.format()) {
            case CSV -> new CsvLines(export.extract().columns(), export.bom(), out);
            case NDJSON -> new NdjsonLines(export.extract().columns(), out);
        };
    }

    /** @param values one for each column; the array is used again for the next row */
    void write(@Nullable String[] values) throws IOException;

    /** Hands on everything that was written. */
    void flush() throws IOException;

    static String[] names(List<Column> columns) {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }
}
