package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything can still be measured; how fast it is depends on the machine and is no test. */
class WidgetBenchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyFigureCanBeMeasured() {
        assumeTrue(Visitors.place().isPresent(), "there is no Chromium on this machine: nothing is measured");
        System.setProperty("central-lobby.home", "../..");

        var code = new CommandLine(new WidgetBench()).execute("--quick", "--work", folder.toString());

        assertThat(folder.resolve("quick/widget.md"))
                .content()
                .contains(
                        "script there to first step usable",
                        "page opened to first step usable",
                        "mp-letter.js, compressed")
                .contains("| requests to anybody but the platform | 0 |", "storage | 0 |");
        assertThat(code).isZero();
    }
}
