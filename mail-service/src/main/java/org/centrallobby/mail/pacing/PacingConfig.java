package org.centrallobby.mail.pacing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How fast letters may reach the people they are for. */
@ConfigMapping(prefix = "pacing")
interface PacingConfig {
    /**
     * The most letters that one mailbox is sent within any hour, by all replicas together; 0 for no limit. Exchange Online
     * takes about 1,200 an hour from one sender to one mailbox; an office that is to read them is served with fewer.
     */
    @WithDefault("240")
    @Min(0) int mailboxCeiling();

    /** How many letters of that ceiling may come at once to a mailbox that has had none for a while; the rest is spread evenly. */
    @WithDefault("20")
    @Min(1) int mailboxBurst();

    /** The most mails to one domain within any hour, where the operator has set no other for it; 0 for no limit. */
    @WithDefault("0")
    @Min(0) int destinationCeiling();

    /**
     * How long after it was claimed a mail may still be begun. The ceilings reckon with it: what was claimed in one hour is
     * sent within that hour and this.
     */
    @WithDefault("30s")
    Duration claimValidity();

    /**
     * What share of a mailbox's ceiling is used at which time of the day in Europe/London, Monday to Friday: times of the day
     * and shares from 0 to 1, with straight lines between them. Without it the share is always 1.
     */
    Optional<String> weekdayCurve();

    /** The same for Saturdays and Sundays. */
    Optional<String> weekendCurve();

    /** By how many parts of itself the wait between two letters to a mailbox is lengthened at random, at most. */
    @WithDefault("0.2")
    @Min(0) @Max(1) double jitter();

    /** The share of slow-down answers of a destination, of at least {@link #brakeAfter} answers, that brakes it. */
    @WithDefault("0.3")
    double brakeShare();

    /** How many answers of a destination the brake judges by. */
    @WithDefault("10")
    @Min(1) int brakeAfter();

    /** The least that a braked destination is sent, mails an hour. */
    @WithDefault("60")
    @Min(1) int brakeFloor();
}
