package org.centrallobby.mail.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The relay that takes the mails, those beside it, and how patient they are met. */
@ConfigMapping(prefix = "smtp")
public interface SmtpConfig extends RelayConfig {
    /** More relays beside this one, by name: {@code smtp.relays."name".host} and every other key that this one has. */
    Map<String, RelayConfig> relays();

    /** The name given in EHLO, one that resolves to this machine; by default the domain of {@code smtp.from-address}. */
    Optional<String> ehloName();

    /** How long a relay may take to accept a connection. */
    @WithDefault("30s")
    Duration connectTimeout();

    /** How long a relay may take for its greeting, for encryption and login, and to answer MAIL and RCPT: each time anew. */
    @WithDefault("5m")
    Duration commandTimeout();

    /** How long a relay may take to answer DATA. */
    @WithDefault("2m")
    Duration dataTimeout();

    /** How long a relay may take to read a mail. */
    @WithDefault("3m")
    Duration blockTimeout();

    /**
     * How long a relay may take to answer the end of a mail. RFC 5321, section 4.5.3.2.6, asks for ten minutes: who gives
     * up earlier sends a mail twice that was taken after all.
     */
    @WithDefault("10m")
    Duration endOfDataTimeout();

    /** How long a relay may take to say goodbye. */
    @WithDefault("2s")
    Duration quitTimeout();

    /** The most mails sent over one connection before another is opened. */
    @WithDefault("100")
    @Min(1) int mailsPerConnection();

    /** A connection that has been idle for longer is closed, not used again. */
    @WithDefault("30s")
    Duration idleTimeout();
}
