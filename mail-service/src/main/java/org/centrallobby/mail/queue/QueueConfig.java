package org.centrallobby.mail.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How mails wait, are tried again, and are forgotten. */
@ConfigMapping(prefix = "queue")
interface QueueConfig {
    /** How many mails are sent at once by this process; each worker holds one connection to the relay. */
    @WithDefault("8")
    @Min(1) @Max(200) int workers();

    /** How many mails a process claims at a time. A process that dies holds up this many for the length of its lease. */
    @WithDefault("64")
    @Min(1) @Max(1000) int batchSize();

    /** How long a worker waits after it found nothing to send. */
    @WithDefault("200ms")
    Duration pollInterval();

    /**
     * How long a process may go without renewing its lease before others take over what it claimed. It renews at every
     * third of it, and begins no mail once it is over.
     */
    @WithDefault("30s")
    Duration lease();

    /** The wait before the second attempt; it doubles from attempt to attempt, give or take a fifth. */
    @WithDefault("30s")
    Duration firstRetry();

    /** The longest wait between two attempts. */
    @WithDefault("1h")
    Duration lastRetry();

    /** The shortest wait before a mail is offered again that the relay had wholly and never answered: it may have taken it. */
    @WithDefault("10m")
    Duration uncertainRetry();

    /** The pause after which a relay that takes no mail is tried again, with one mail; it doubles while that fails. */
    @WithDefault("1s")
    Duration firstProbe();

    /** The longest pause between two such trials. */
    @WithDefault("30s")
    Duration lastProbe();

    /** How long after it was sent a mail counts as settled. */
    @WithDefault("48h")
    Duration settleAfter();

    /** How long names, addresses and text of a finished mail are kept. */
    @WithDefault("P28D")
    Duration keepText();
}
