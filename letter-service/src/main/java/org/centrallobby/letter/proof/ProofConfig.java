package org.centrallobby.letter.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How hard a proof of work is. */
@ConfigMapping(prefix = "proof")
interface ProofConfig {
    /** The most tries a challenge takes; half of them on average. A phone makes some 50,000 to 200,000 a second. */
    @WithDefault("100000")
    @Min(1) @Max(100_000_000) int mostTries();

    /** How long a challenge can be answered. */
    @WithDefault("20m")
    Duration validFor();
}
