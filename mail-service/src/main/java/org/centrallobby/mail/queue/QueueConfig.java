package org.centrallobby.mail.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.centrallobby.mail.report.MailKind;

/** How mails wait, are tried again, and are forgotten. */
@ConfigMapping(prefix = "queue")
interface QueueConfig {
    /**
     * How many mails a process claims ahead for each connection to a relay. A process that dies holds up this many for the
     * length of its lease, and an urgent mail waits behind them.
     */
    @WithDefault("4")
    @Min(1) @Max(100) int aheadPerConnection();

    /** How long a worker waits after it found nothing to send. */
    @WithDefault("100ms")
    Duration pollInterval();

    /**
     * How long a process may go without renewing its lease before others take over what it claimed. It renews at every
     * third of it, and begins no mail once it is over.
     */
    @WithDefault("30s")
    Duration lease();

    /** The wait before the second attempt of a letter; it doubles from attempt to attempt, give or take a fifth. */
    @WithDefault("5m")
    Duration firstRetry();

    /** The same for a mail that somebody sits and waits for. */
    @WithDefault("1m")
    Duration firstUrgentRetry();

    /** The longest wait between two attempts. */
    @WithDefault("1h")
    Duration lastRetry();

    /** How long a mail is tried before it is given up, unless its request says less. */
    @WithDefault("5d")
    Duration giveUp();

    /** The same for a mail that somebody sits and waits for. */
    @WithDefault("1d")
    Duration urgentGiveUp();

    /**
     * What becomes of a mail that the relay had wholly and never answered: {@code resend} offers it once more, under the same
     * Message-ID; {@code hold} leaves it to the operator.
     */
    @WithDefault("resend")
    InDoubt inDoubt();

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

    /**
     * How long after that its identifier, campaign and outcome are kept: so long a repeated request is recognised and a late
     * complaint finds its mail.
     */
    @WithDefault("P180D")
    Duration keepMails();

    /**
     * The domains that metrics tell apart, separated by commas; all others are {@code other} there. The whole list would have
     * no end, and a domain may be one person's.
     */
    @WithDefault("parliament.uk,gmail.com,outlook.com,hotmail.com,hotmail.co.uk,yahoo.co.uk,icloud.com,btinternet.com")
    Set<String> watchedDestinations();

    default Duration giveUpAfter(MailKind kind) {
        return kind.isUrgent() ? urgentGiveUp() : giveUp();
    }

    /** What is done where nobody can know whether a mail was sent. */
    enum InDoubt {
        RESEND,
        HOLD
    }
}
