package org.centrallobby.lookup.parliament;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.constituency.Region;

/** The seats that ship with the service. */
final class Seats2024 {
    static final Boundaries BOUNDARIES = read();

    private Seats2024() {}

    private static Boundaries read() {
        var file = Objects.requireNonNull(Seats2024.class.getResourceAsStream("/dataset/constituencies-2024.csv"));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Boundaries(
                    "2024",
                    rows.stream()
                            .map(row -> new Constituency(
                                    row.getField("code"),
                                    row.getField("name"),
                                    row.getField("name_cy").isEmpty() ? null : row.getField("name_cy"),
                                    Nation.of(row.getField("nation")),
                                    row.getField("region").isEmpty() ? null : Region.of(row.getField("region"))))
                            .toList(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
