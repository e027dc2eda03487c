package org.centrallobby.mail.queue;

import java.time.Duration;

/** Settings for plain tests: those of production where time does not pass. */
record Quick(int workers, Duration firstRetry, Duration lastRetry) implements QueueConfig {
    static final Quick PRODUCTION = new Quick(8, Duration.ofSeconds(30), Duration.ofHours(1));

    @Override
    public int batchSize() {
        return 16;
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration uncertainRetry() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration firstProbe() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration lastProbe() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration settleAfter() {
        return Duration.ofHours(48);
    }

    @Override
    public Duration keepText() {
        return Duration.ofDays(28);
    }
}
