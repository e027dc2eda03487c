package org.centrallobby.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code deploy/e2e/chaos}: three minutes from the start to the ledger. Another seed than the usual one:
 * {@code -Dchaos.seed=11}.
 */
class ChaosTest {
    private static final long SEED = Long.getLong("chaos.seed", 7);
    private static final Duration FAULTS = Duration.ofSeconds(110);
    private static final Duration REST = Duration.ofSeconds(150);
    private static final double RATE = 4;

    /** Fewer would prove little. */
    private static final long LEAST_LETTERS = 200;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    @BeforeAll
    static void sayOnlyWhatTheRunSays() {
        ROOT.setLevel(Level.WARNING);
    }

    @Test
    void everyLetterIsAccountedForWhateverBreaks() throws IOException {
        var home = Path.of("../..").toAbsolutePath().normalize();
        var folder = Path.of("target/chaos").toAbsolutePath();
        if (Files.exists(folder)) {
            Stage.remove(folder);
        }

        var outcome = new ChaosRun(home, folder, SEED, FAULTS, REST, RATE, System.out::println).run();

        System.out.println(outcome.text());
        assertThat(outcome.ledger().findings())
                .as("seed %d, logs in %s%n%s", SEED, folder, outcome.text())
                .isEmpty();
        assertThat(outcome.ledger().arrived())
                .as("letters that arrived, seed %d", SEED)
                .isGreaterThan(LEAST_LETTERS);
        assertThat(outcome.ledger().lost()).as("seed %d", SEED).isZero();
    }
}
