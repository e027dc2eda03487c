package org.centrallobby.letter.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; a value that is not there is null. */
final class NdjsonLines implements Lines {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Column> columns;
    private final List<SerializedString> names;
    private final JsonGenerator generator;

    NdjsonLines(List<Column> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.names =
                columns.stream().map(Column::name).map(SerializedString::new).toList();
        this.generator = JSON.createGenerator(out);
        generator.setRootValueSeparator(new SerializedString(""));
    }

    @Override
    public void write(@Nullable String[] values) throws IOException {
        generator.writeStartObject();
        for (var place = 0; place < values.length; place++) {
            generator.writeFieldName(names.get(place));
            var value = values[place];
            if (value != null && columns.get(place).kind() == Column.Kind.NUMBER) {
                generator.writeNumber(value);
            } else {
                generator.writeString(value);
            }
        }
        generator.writeEndObject();
        generator.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        generator.flush();
    }
}
