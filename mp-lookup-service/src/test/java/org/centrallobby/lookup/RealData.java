package org.centrallobby.lookup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real files, too large or too personal to stand in the repository. A test that needs them is skipped where they are absent. */
public final class RealData {
    private static final String VARIABLE = "CENTRAL_LOBBY_DATA";

    /** Beside the checkout; tests run in the folder of their module. */
    private static final Path BESIDE = Path.of("../../shared/data/lookup");

    private RealData() {}

    /** The file of that name in the folder that the variable CENTRAL_LOBBY_DATA names, or else in {@code ../shared} beside the checkout. */
    public static Path file(String name) {
        var folder = Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).orElse(BESIDE);
        var file = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.isReadable(file),
                "the real data are absent (%s): not compared. Set %s to their folder".formatted(name, VARIABLE));
        return file;
    }
}
