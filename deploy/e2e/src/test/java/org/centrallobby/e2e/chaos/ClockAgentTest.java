package org.centrallobby.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockAgentTest {
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    /** What runs in the process whose clock is set. */
    static final class Teller {
        public static void main(String... arguments) throws InterruptedException {
            // The agent reads the file in a thread of its own.
            Thread.sleep(500);
            System.out.println(Instant.now());
        }
    }

    @Test
    void aProcessTakesTheClockThatIsSetForTheTruth(@TempDir Path folder) throws IOException {
        assertThat(told(folder, Duration.ofMinutes(-10)))
                .isBetween(expected(Duration.ofMinutes(-10).minus(TOLERANCE)), expected(Duration.ofMinutes(-10)));
        assertThat(told(folder, Duration.ZERO)).isBetween(expected(TOLERANCE.negated()), expected(Duration.ZERO));
    }

    private static Instant expected(Duration offset) {
        return Instant.now().plus(offset);
    }

    private static Instant told(Path folder, Duration offset) throws IOException {
        var clock = SettableClock.in(folder, "process");
        clock.set(offset);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        clock.option(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Teller.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Instant.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
