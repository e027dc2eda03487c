package org.centrallobby.lookup.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How data are fetched from the servers of Parliament and of whoever else publishes them. */
@ConfigMapping(prefix = "fetch")
public interface FetchConfig {
    /**
     * Who runs this platform: an e-mail or web address. It goes with every request, so that whoever runs the server can
     * write to someone before they shut everyone out.
     */
    Optional<String> contact();

    /** How many requests to one server may be under way at once, 1 to 4. */
    @WithDefault("2")
    @Min(1) @Max(4) int connections();

    /** How long it may take to connect. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a whole answer may take; one that only trickles is given up as well. */
    @WithDefault("30s")
    Duration answerTimeout();

    /** How long a whole file may take. */
    @WithDefault("30m")
    Duration fileTimeout();

    /** The largest answer that is read. */
    @WithDefault("16M")
    MemorySize largestAnswer();

    /** The largest file that is fetched. */
    @WithDefault("4G")
    MemorySize largestFile();

    /** How often a request is made before it is given up, 1 to 10; only what may go better the next time is repeated. */
    @WithDefault("5")
    @Min(1) @Max(10) int attempts();

    /** How long to wait before the second attempt; doubled before each further one. */
    @WithDefault("1s")
    Duration pause();

    /** The longest wait between two attempts. A server that asks for a longer one is left alone. */
    @WithDefault("2m")
    Duration longestPause();
}
