package org.centrallobby.testbed.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's part of {@code deploy/security/AUTHORISATION.md}: a row for each operation, a column for each kind of caller.
 * With {@code -Dauthorisation.update} what was found takes the place of what stands there.
 */
public final class AuthorisationTable {
    private static final Path FILE = Path.of("..", "deploy", "security", "AUTHORISATION.md");

    private final String service;
    private final List<String> rows = new ArrayList<>();

    /** @param callers the headings of the columns behind the operation */
    public AuthorisationTable(String service, String... callers) {
        this.service = service;
        add(Stream.concat(Stream.of("operation"), Arrays.stream(callers)));
        add(Stream.concat(Stream.of("operation"), Arrays.stream(callers)).map(column -> "---"));
    }

    /** @param cells what was found, in the order of the callers */
    public void row(ApiOperation operation, String... cells) {
        add(Stream.concat(Stream.of("`" + operation.name() + "`"), Arrays.stream(cells)));
    }

    /** As the table shows what a service answered: that it refused, or that nothing was there; everything else is a yes. */
    public static String cell(int status) {
        return switch (status) {
            case 401, 403, 404 -> Integer.toString(status);
            default -> "yes";
        };
    }

    private void add(Stream<String> cells) {
        rows.add(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** What was found, line by line. */
    public List<String> rows() {
        return List.copyOf(rows);
    }

    /** What the file says. */
    public List<String> committed() {
        try {
            var lines = Files.readAllLines(FILE);
            var begin = lines.indexOf("## " + service) + 1;
            var before = lines.subList(0, begin);
            var rest = lines.subList(begin, lines.size());
            var table = rest.stream()
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("|"))
                    .toList();
            if (System.getProperty("authorisation.update") == null) {
                return table;
            }
            var after = rest.stream()
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> !line.startsWith("|") && !line.isBlank());
            var others = rest.stream().dropWhile(line -> !line.startsWith("## "));
            Files.write(
                    FILE,
                    Stream.of(before.stream(), Stream.of(""), after, rows.stream(), Stream.of(""), others)
                            .flatMap(part -> part)
                            .toList());
            return rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
