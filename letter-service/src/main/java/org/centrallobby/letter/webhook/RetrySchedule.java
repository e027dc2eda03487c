package org.centrallobby.letter.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again: ten times over a good three days, as Standard Webhooks 1.0 proposes it. */
class RetrySchedule {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    /** What an endpoint asks for beyond this is not heard: otherwise one answer could keep a delivery for ever. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final double SPREAD = 0.2;

    private final DoubleSupplier random;

    /** @param random 0 to 1, spreads what failed together by up to a fifth of the wait */
    RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The wait before the next attempt; empty where there is none.
     *
     * @param failed how many attempts have failed, this one included
     * @param retryAfter what the endpoint asked for; null where it did not
     */
    Optional<Duration> after(int failed, @Nullable Duration retryAfter) {
        if (failed > WAITS.size()) {
            return Optional.empty();
        }
        var wait = WAITS.get(failed - 1);
        var spread = wait.plusMillis((long) (wait.toMillis() * SPREAD * random.getAsDouble()));
        var asked = bounded(retryAfter);
        return Optional.of(asked.compareTo(spread) > 0 ? asked : spread);
    }

    static Duration bounded(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isNegative()) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
    }
}
