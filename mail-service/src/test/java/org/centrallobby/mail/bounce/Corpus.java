package org.centrallobby.mail.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assumptions;

/** Real mail that came back somewhere, with what it means; it lies beside the repository and is not part of it. */
final class Corpus {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "mail");
    private static final Path BOUNCES = FOLDER.resolve("bounces");

    private Corpus() {}

    /** A message and the rows that say what it means, one for each recipient; none where nobody has said it. */
    record Sample(String name, byte[] bytes, List<Expected> expected) {
        /** Whether it belongs to the half that the rules were not made from. */
        boolean isHeldOut() {
            var crc = new CRC32();
            crc.update(name.getBytes(StandardCharsets.UTF_8));
            return crc.getValue() % 2 == 1;
        }
    }

    /** What one recipient's row says. */
    record Expected(String reason, boolean isHard) {}

    /** The bounces. */
    static List<Sample> bounces() {
        skipWhereAbsent();
        try {
            var rows = StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(BOUNCES.resolve("expected.json").toFile())
                                    .spliterator(),
                            false)
                    .toList();
            return files(BOUNCES).stream()
                    .filter(file -> file.toString().endsWith(".eml"))
                    .map(file -> sample(file, rows))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that may be a message, the oddest too. */
    static List<Path> everything() {
        skipWhereAbsent();
        return files(FOLDER);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        skipWhereAbsent();
        return FOLDER;
    }

    private static Sample sample(Path file, List<JsonNode> rows) {
        var name = file.getFileName().toString();
        var expected = rows.stream()
                .filter(row -> row.get("file").asText().equals(name))
                .map(row -> new Expected(
                        row.get("reason").asText(), row.get("hard_bounce").asBoolean()))
                .toList();
        return new Sample(name, bytes(file), expected);
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipWhereAbsent() {
        Assumptions.assumeTrue(
                Files.isDirectory(BOUNCES), "../shared/data/mail is not there: the real mails are not looked at");
    }
}
