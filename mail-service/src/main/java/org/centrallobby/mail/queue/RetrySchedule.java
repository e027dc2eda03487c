package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.centrallobby.mail.smtp.Verdict;

/** When a mail that was not taken is offered again. */
final class RetrySchedule {
    private static final double JITTER = 0.2;
    private static final Duration LONGEST_TO_ANOTHER_RELAY = Duration.ofMinutes(10);
    /** Two to this power times any first wait is beyond every last one. */
    private static final int MOST_DOUBLINGS = 30;

    private final QueueConfig config;
    private final DoubleSupplier random;

    /** @param random gives numbers from 0 to 1, so that mails refused together do not come back together */
    RetrySchedule(QueueConfig config, DoubleSupplier random) {
        this.config = config;
        this.random = random;
    }

    /**
     * The wait from now.
     *
     * @param attempts how many there were, this one included
     * @param urgent whether somebody waits for the mail
     */
    Duration after(int attempts, Verdict verdict, boolean urgent) {
        var first = urgent ? config.firstUrgentRetry() : config.firstRetry();
        return switch (verdict) {
            // Nothing about the mail will change that; an operator must do something first.
            case REFUSED_BY_POLICY -> jittered(config.lastRetry());
            case UNCERTAIN -> max(doubled(first, attempts), config.uncertainRetry());
            default -> doubled(first, attempts);
        };
    }

    /** The wait of a mail that another relay may take: by which it goes is a matter of chance, so that it must ask often. */
    Duration atAnotherRelay(int attempts, boolean urgent) {
        return shorter(after(attempts, Verdict.REFUSED_FOR_NOW, urgent), jittered(LONGEST_TO_ANOTHER_RELAY));
    }

    private Duration doubled(Duration first, int attempts) {
        var doublings = Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        var wait = first.multipliedBy(1L << doublings);
        return jittered(wait.compareTo(config.lastRetry()) < 0 ? wait : config.lastRetry());
    }

    private Duration jittered(Duration wait) {
        var factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
