package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When an office reads its letters. Westminster's clock decides, summer time included. */
@ApplicationScoped
class OfficeHours {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** How finely the next opening is looked for. */
    private static final Duration STEP = Duration.ofMinutes(5);

    private static final int STEPS_IN_A_WEEK = 7 * 24 * 12;
    /** A share below this one is as good as none: the wait would outlast every letter. */
    private static final double SHUT = 0.01;

    private final Curve weekdays;
    private final Curve weekends;

    @Inject
    OfficeHours(PacingConfig config) {
        this(
                config.weekdayCurve().map(Curve::parse).orElseGet(Curve::always),
                config.weekendCurve().map(Curve::parse).orElseGet(Curve::always));
    }

    /** @throws IllegalArgumentException if no hour of the week lets anything go */
    OfficeHours(Curve weekdays, Curve weekends) {
        if (weekdays.isNever() && weekends.isNever()) {
            throw new IllegalArgumentException("Both curves are 0 at all times: no letter would ever go");
        }
        this.weekdays = weekdays;
        this.weekends = weekends;
    }

    /** The share of a mailbox's ceiling that is used at that moment, 0 to 1. */
    double share(Instant moment) {
        var local = moment.atZone(LONDON);
        var day = local.getDayOfWeek();
        var curve = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? weekends : weekdays;
        return curve.at(local.toLocalTime());
    }

    boolean isShut(Instant moment) {
        return share(moment) < SHUT;
    }

    /** The moment at which an interval is over that runs only as fast as the share of the time allows. */
    Instant after(Instant from, Duration interval) {
        var left = (double) interval.toNanos();
        var moment = from;
        for (var step = 0; step < STEPS_IN_A_WEEK && left > 0; step++) {
            var share = share(moment);
            if (share >= SHUT && left / share <= STEP.toNanos()) {
                return moment.plusNanos(Math.round(left / share));
            }
            left -= share >= SHUT ? STEP.toNanos() * share : 0;
            moment = moment.plus(STEP);
        }
        return moment;
    }

    /** The next moment at which letters go again, to five minutes; that moment itself where they do. */
    Instant opening(Instant moment) {
        var opening = moment;
        for (var step = 0; step < STEPS_IN_A_WEEK && isShut(opening); step++) {
            opening = opening.plus(STEP);
        }
        return opening;
    }
}
