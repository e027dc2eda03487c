package org.centrallobby.letter.lookup;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats as events would have brought them, without anybody who sits there. */
public final class TestSeat {
    private TestSeat() {}

    public static Seat of(String code, String name, @Nullable String region) {
        return new Seat(new Constituency(code, name, null), region, SeatStatus.VACANT, null, null, Instant.EPOCH);
    }

    /** The 650 of the country, by name. */
    public static List<Seat> all() throws IOException {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(Path.of("../mp-lookup-service/src/main/resources/dataset/constituencies-2024.csv"))) {
            return rows.stream()
                    .map(row -> of(
                            row.getField("code"),
                            row.getField("name"),
                            row.getField("region").isEmpty() ? null : row.getField("region")))
                    .toList();
        }
    }
}
