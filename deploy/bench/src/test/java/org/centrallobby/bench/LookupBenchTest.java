package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything can still be measured; how fast it is depends on the machine and is no test. */
class LookupBenchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void home() {
        System.setProperty("central-lobby.home", "../..");
    }

    @Test
    void everyFigureCanBeMeasured() throws Exception {
        assumeTrue(onPath("wrk"), "there is no wrk on the PATH: nothing is measured");

        var code = new CommandLine(new LookupBench()).execute("--quick", "--work", folder.toString());

        assertThat(folder.resolve("quick/lookup.md"))
                .content()
                .contains("one lookup, 16 connections", "batches of 100", "from the ZIP", "restart of a replica")
                .contains("in the index", "lookups during an import", "split postcodes");
        assertThat(code).isZero();
    }

    @Test
    void theHeapIsReadFromWhatTheVirtualMachineTells() {
        var told = """
                DefNew     total 61440K, used 2048K [0x00000000f3800000, 0x00000000f7aa0000, 0x00000000f7aa0000)
                 eden space 54656K,  48% used [0x00000000f3800000, 0x00000000f51b0428, 0x00000000f6d60000)
                Tenured    total 136576K, used 1024K [0x00000000f7aa0000, 0x0000000100000000, 0x0000000100000000)
                """;
        assertThat(Service.usedHeapMegabytes(told)).isEqualTo(3);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
