package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything can still be measured; how fast it is depends on the machine and is no test. */
class PlatformBenchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void home() {
        System.setProperty("central-lobby.home", "../..");
    }

    @Test
    void everyFigureCanBeMeasured() {
        var code = new CommandLine(new PlatformBench()).execute("--quick", "--work", folder.toString());

        assertThat(folder.resolve("quick/platform.md"))
                .content()
                .contains("letter-service: started to ready", "mail-service: memory half a minute later")
                .contains("surge: the link in the mail followed", "long tail: the letter handed in", "front page")
                .contains(
                        "| surge: requests that failed | 0 |",
                        "| surge: confirmed letters neither at the office nor in the queue nor held | 0 |");
        assertThat(code).isZero();
    }
}
