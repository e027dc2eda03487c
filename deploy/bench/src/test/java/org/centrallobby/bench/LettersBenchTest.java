package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything can still be measured; how fast it is depends on the machine and is no test. */
class LettersBenchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void home() {
        System.setProperty("central-lobby.home", "../..");
    }

    @Test
    void everyFigureCanBeMeasured() {
        var code = new CommandLine(new LettersBench()).execute("--quick", "--work", folder.toString());

        assertThat(folder.resolve("quick/letters.md"))
                .content()
                .contains("letters accepted", "confirmations", "preview with similarity", "all 650 seats")
                .contains("statistics", "export of 10,000 letters")
                .contains("| 0 of ");
        assertThat(code).isZero();
    }
}
