package org.centrallobby.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The WordPress plugin in PHP, with as much of WordPress around it as it touches. */
final class WordPress {
    static final Path FOLDER = Path.of("../wordpress");

    private static final String PHP = "php";

    private WordPress() {}

    /** Whether PHP is installed on this machine. */
    static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, PHP)));
    }

    /** What {@code test/wordpress.php} makes of an order; it says there what stands in both. */
    static JsonNode render(ObjectNode order) {
        var answer = run(List.of(PHP, FOLDER.resolve("test/wordpress.php").toString()), order.toString());
        try {
            return Http.JSON.readTree(answer);
        } catch (IOException e) {
            throw new AssertionError("WordPress answers: " + answer, e);
        }
    }

    /** What PHP finds wrong with a file's syntax. */
    static String lint(Path file) {
        return run(List.of(PHP, "-d", "display_errors=1", "-l", file.toString()), "");
    }

    private static String run(List<String> command, String input) {
        try {
            var php = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = php.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return new String(php.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
