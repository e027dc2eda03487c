package org.centrallobby.testbed.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The problems that {@code deploy/contracts/problems.md} explains. */
final class Problems {
    private static final Pattern ROW = Pattern.compile("\\| ([a-z-]+) \\| (\\d{3}) \\| .+ \\|");

    private Problems() {}

    /** Type to status. */
    static Map<String, Integer> documented() {
        try (var table = Problems.class.getResourceAsStream("/contracts/problems.md")) {
            if (table == null) {
                throw new IllegalStateException("There is no table of problems");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(
                            row -> "https://centrallobby.org/problems/" + row.group(1),
                            row -> Integer.valueOf(row.group(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
