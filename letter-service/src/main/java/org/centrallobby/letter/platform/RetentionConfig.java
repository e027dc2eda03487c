package org.centrallobby.letter.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long each kind of personal data is kept. Shorter is always allowed; longer wants a reason that can be shown. Beside
 * these, replies to repeated requests are kept for {@code idempotency.keep}, and what is on a topic for at most 7 days.
 */
@ConfigMapping(prefix = "retention")
public interface RetentionConfig {
    /** A letter's subject and text, from the letter's end (settled, sent by its writer, bounced, failed, recalled). */
    @WithDefault("28d")
    Duration letterText();

    /** Who wrote a letter, their address and the hashes that recognise them, from the letter's end; whose a consent was, from when it was refused or withdrawn. */
    @WithDefault("730d")
    Duration identity();

    /** The keyed hash of the network address that a letter came from. */
    @WithDefault("30d")
    Duration network();

    /** Name and text of a comment, from the day it was rejected or withdrawn. */
    @WithDefault("30d")
    Duration removedComment();

    /** Entries of the audit log. */
    @WithDefault("2190d")
    Duration auditLog();

    /** Evidence of a consent that was refused or withdrawn, without name or address; a consent that stands is kept as long as it does. */
    @WithDefault("2190d")
    Duration consentEvidence();

    /** The receipt of an erasure, which holds no name or address. */
    @WithDefault("2190d")
    Duration erasureReceipt();
}
