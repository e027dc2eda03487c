package org.centrallobby.letter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centrallobby.testbed.ConfigurationTable;
import org.junit.jupiter.api.Test;

class ReadmeTellsWhatIsKeptTest {
    private static final Pattern ROW = Pattern.compile("\\|[^|]*\\| (\\d+) (day|hour)s?[^|]*\\| `([A-Z_]+)`.*");

    @Test
    void theTimesInTheTextAreThoseOfTheConfiguration() throws IOException {
        var told = Files.readString(Path.of("../README.md"))
                .lines()
                .dropWhile(line -> !line.equals("## What is kept, and for how long"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .collect(Collectors.toMap(
                        row -> row.group(3), row -> row.group(1) + row.group(2).charAt(0)));
        var configured = ConfigurationTable.declared("org.centrallobby.letter").entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("RETENTION_")
                        || Set.of("IDEMPOTENCY_KEEP", "LIMITS_COMPLAINT_WINDOW").contains(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(told).isEqualTo(configured);
    }
}
