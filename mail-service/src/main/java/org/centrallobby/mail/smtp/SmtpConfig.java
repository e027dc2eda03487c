package org.centrallobby.mail.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** The relay that takes the mails, and what the platform calls itself before it. */
@ConfigMapping(prefix = "smtp")
interface SmtpConfig {
    /** The relay's name or address. */
    String host();

    /** The relay's port; 587 is the one for submission. */
    @WithDefault("587")
    @Min(1) @Max(65_535) int port();

    /** The account at the relay; without one there is no login. */
    Optional<String> user();

    /** The account's password. */
    Optional<String> password();

    /**
     * {@code required}: nothing is said before STARTTLS, and the certificate must be valid for {@code smtp.host}.
     * {@code none}: clear text, for a relay on this machine and for tests.
     */
    @WithDefault("required")
    Tls tls();

    /** The name given in EHLO, one that resolves to this machine; by default the domain of {@code smtp.from-address}. */
    Optional<String> ehloName();

    /** The address in From of every mail. Its domain also stands in Message-ID and List-Id. */
    @WithDefault("letters@lobby.example")
    String fromAddress();

    /** Where a mail that cannot be delivered comes back to (the envelope's sender). */
    @WithDefault("bounces@lobby.example")
    String envelopeSender();

    /** How long the relay may take to accept a connection. */
    @WithDefault("30s")
    Duration connectTimeout();

    /**
     * How long the relay may take to answer a command. RFC 5321 asks for ten minutes after the end of a mail: who gives
     * up earlier sends a mail twice that was taken after all.
     */
    @WithDefault("10m")
    Duration replyTimeout();

    /** How long the relay may take to read what is written to it. */
    @WithDefault("3m")
    Duration writeTimeout();

    /** The most mails sent over one connection before another is opened. */
    @WithDefault("100")
    @Min(1) int mailsPerConnection();

    /** A connection that has been idle for longer is closed, not used again. */
    @WithDefault("30s")
    Duration idleTimeout();

    /** Whether a connection is encrypted. */
    enum Tls {
        REQUIRED,
        NONE
    }
}
