package org.centrallobby.letter.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180, in UTF-8, with a header row. What people typed may not act as a formula in whoever's spreadsheet
 * opens it: it gets an apostrophe before it where it begins like one (OWASP, "CSV Injection").
 */
final class CsvLines implements Lines {
    /** What spreadsheets take for the beginning of a formula, and its full-width forms, which some fold. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Column> columns;
    private final CsvWriter writer;

    CsvLines(List<Column> columns, boolean bom, OutputStream out) throws IOException {
        this.columns = columns;
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (bom) {
            text.write(BYTE_ORDER_MARK);
        }
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(Lines.names(columns));
    }

    @Override
    public void write(@Nullable String[] values) {
        for (var place = 0; place < values.length; place++) {
            if (columns.get(place).kind() == Column.Kind.TYPED) {
                values[place] = harmless(values[place]);
            }
        }
        writer.writeRecord(values);
    }

    static @Nullable String harmless(@Nullable String typed) {
        return typed == null || typed.isEmpty() || FORMULA.indexOf(typed.charAt(0)) < 0 ? typed : "'" + typed;
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }
}
