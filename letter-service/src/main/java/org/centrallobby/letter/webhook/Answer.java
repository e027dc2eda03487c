package org.centrallobby.letter.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went. What the endpoint wrote is not kept: it is of use to nobody here and may be somebody's.
 *
 * @param status the HTTP status; null where none came
 * @param retryAfter what the endpoint asked for; null where it did not
 * @param at when the attempt began
 */
record Answer(
        Outcome outcome, @Nullable Integer status, @Nullable Duration retryAfter, Instant at, Duration took) {
    private static final int GONE = 410;
    private static final Duration SHORT_REST = Duration.ofSeconds(30);

    boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Whether the endpoint says that it will never want anything again. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** How long nothing at all should go to the endpoint: 429, 502 and 504 say so, and 503 where it names a time. */
    Duration rest() {
        if (status == null) {
            return Duration.ZERO;
        }
        return switch (status) {
            case 429, 502, 504 -> retryAfter == null ? SHORT_REST : RetrySchedule.bounded(retryAfter);
            case 503 -> RetrySchedule.bounded(retryAfter);
            default -> Duration.ZERO;
        };
    }
}
