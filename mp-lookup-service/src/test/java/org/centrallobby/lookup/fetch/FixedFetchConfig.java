package org.centrallobby.lookup.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Short times and small sizes, so that a test need not wait long for what goes wrong. */
public record FixedFetchConfig(
        Optional<String> contact,
        int connections,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration fileTimeout,
        MemorySize largestAnswer,
        MemorySize largestFile,
        int attempts,
        Duration pause,
        Duration longestPause)
        implements FetchConfig {

    public static final FixedFetchConfig QUICK = new FixedFetchConfig(
            Optional.of("https://operator.example/contact"),
            2,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            new MemorySize(BigInteger.valueOf(1_000_000)),
            new MemorySize(BigInteger.valueOf(2_000_000)),
            3,
            Duration.ofMillis(5),
            Duration.ofSeconds(2));

    FixedFetchConfig withContact(String text) {
        return new FixedFetchConfig(
                Optional.of(text),
                connections,
                connectTimeout,
                answerTimeout,
                fileTimeout,
                largestAnswer,
                largestFile,
                attempts,
                pause,
                longestPause);
    }
}
