package org.centrallobby.lookup.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {
    private static final Pattern ROW = Pattern.compile("\\| ([a-z-]+) \\| (\\d{3}) \\| ([a-z, -]+) \\| .+ \\|");

    @Test
    void everyProblemIsExplainedToItsReadersAndNoOther() throws IOException {
        var documented = Files.readAllLines(Path.of("..", "deploy", "contracts", "problems.md")).stream()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::matches)
                .filter(row -> List.of(row.group(3).split(", ")).contains("all")
                        || List.of(row.group(3).split(", ")).contains("mp-lookup"))
                .map(row -> "https://centrallobby.org/problems/%s %s".formatted(row.group(1), row.group(2)))
                .toList();
        var declared = Arrays.stream(ProblemType.values())
                .map(type -> type.uri() + " " + type.status())
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(declared);
    }
}
