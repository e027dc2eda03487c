package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.centrallobby.mail.pacing.Paces.Pace;
import org.jspecify.annotations.Nullable;

/** Which ceilings hold. */
@ApplicationScoped
class Ceilings {
    private static final Duration HOUR = Duration.ofHours(1);
    /** A destination or a relay takes this part of its hour at once: ten seconds' worth. */
    private static final int PARTS = 360;

    private final Paces paces;
    private final PacingConfig config;
    private final OfficeHours hours;

    Ceilings(Paces paces, PacingConfig config, OfficeHours hours) {
        this.paces = paces;
        this.config = config;
        this.hours = hours;
    }

    Allowance mailboxes(Instant now) {
        return new Allowance(paces, PaceScope.MAILBOX, now, this::ofMailbox, this::drawnOut);
    }

    Allowance destinations(Instant now) {
        return new Allowance(paces, PaceScope.DESTINATION, now, this::ofDestination, Instant::plus);
    }

    /** @param hourly the ceiling of each relay that has one */
    Allowance relays(Instant now, Map<String, Integer> hourly) {
        return new Allowance(
                paces,
                PaceScope.RELAY,
                now,
                (relay, pace) -> {
                    var most = pace.hourly() == null ? hourly.getOrDefault(relay, 0) : pace.hourly();
                    return most == 0 ? null : spread(most);
                },
                Instant::plus);
    }

    private @Nullable Ceiling ofMailbox(String key, Pace pace) {
        var hourly = pace.hourly() == null ? config.mailboxCeiling() : pace.hourly();
        return hourly == 0 ? null : Ceiling.of(hourly, config.mailboxBurst(), window());
    }

    private @Nullable Ceiling ofDestination(String key, Pace pace) {
        var hourly = pace.hourly() == null ? config.destinationCeiling() : pace.hourly();
        var braked = pace.brakedTo();
        if (braked != null) {
            var allowed = (int) Math.max(1, Math.round(braked));
            hourly = hourly == 0 ? allowed : Math.min(hourly, allowed);
        }
        return hourly == 0 ? null : spread(hourly);
    }

    private Ceiling spread(int hourly) {
        return Ceiling.of(hourly, Math.max(1, hourly / PARTS), window());
    }

    /** A mail that is let through may be sent as late as its claim ends. */
    private Duration window() {
        return HOUR.plus(config.claimValidity());
    }

    /** An interval at the pace that the office's clock allows, and a little longer at random. */
    private Instant drawnOut(Instant from, Duration interval) {
        var jitter = 1 + ThreadLocalRandom.current().nextDouble() * config.jitter();
        return hours.after(from, Duration.ofNanos(Math.round(interval.toNanos() * jitter)));
    }
}
