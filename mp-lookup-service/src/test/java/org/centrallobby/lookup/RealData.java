package org.centrallobby.lookup;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files, too large or too personal to stand in the repository. A test that needs them is skipped where they are absent. */
public final class RealData {
    private static final String VARIABLE = "CENTRAL_LOBBY_DATA";

    private RealData() {}

    /** The file of that name in the folder that the variable CENTRAL_LOBBY_DATA names. */
    public static Path file(String name) {
        var folder = System.getenv(VARIABLE);
        Assumptions.assumeTrue(
                folder != null, "%s does not name the folder of the real data: not compared".formatted(VARIABLE));
        var file = Path.of(String.valueOf(folder), name);
        Assumptions.assumeTrue(Files.isReadable(file), "there is no %s: not compared".formatted(file));
        return file;
    }
}
