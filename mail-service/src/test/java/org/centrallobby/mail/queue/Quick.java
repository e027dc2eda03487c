package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.Set;

/** Settings for plain tests: those of production where time does not pass. */
record Quick(Duration firstRetry, Duration lastRetry, InDoubt inDoubt) implements QueueConfig {
    static final Quick PRODUCTION = new Quick(Duration.ofSeconds(30), Duration.ofHours(1), InDoubt.RESEND);
    static final Quick FAST = new Quick(Duration.ofSeconds(1), Duration.ofSeconds(2), InDoubt.RESEND);

    @Override
    public int aheadPerConnection() {
        return 4;
    }

    @Override
    public Duration firstUrgentRetry() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration giveUp() {
        return Duration.ofDays(5);
    }

    @Override
    public Duration urgentGiveUp() {
        return Duration.ofDays(1);
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

    @Override
    public Duration keepMails() {
        return Duration.ofDays(180);
    }

    @Override
    public Set<String> watchedDestinations() {
        return Set.of();
    }
}
