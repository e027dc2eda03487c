package org.centrallobby.mail.bounce;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How what comes back is taken and what is done about it. */
@ConfigMapping(prefix = "bounce")
public interface BounceConfig {
    /** A key that opens {@code POST /v1/bounces} and nothing else, for a relay; at least 16 characters. Without it only the operator's does. */
    Optional<@Size(min = 16) String> intakeKey();

    /** The largest message that {@code POST /v1/bounces} takes; of a larger one the beginning will do. */
    @WithDefault("1M")
    MemorySize maxSize();

    /** How long it is remembered what came back, which also tells a report that comes twice. */
    @WithDefault("P28D")
    Duration keep();

    /** How long a bounce waits for a mail that is still in a sender's hands. */
    @WithDefault("24h")
    Duration patience();

    /** How many people's answers to one mail are passed on; more are only counted. */
    @WithDefault("20")
    @Min(0) @Max(1000) int answersPerMail();

    /** How many things that came back for one mail are remembered; more are only counted. */
    @WithDefault("100")
    @Min(1) @Max(10_000) int returnsPerMail();

    /** How often one mail that comes back for now is offered again; once more, and it has come back for good. */
    @WithDefault("5")
    @Min(0) @Max(100) int retriesPerMail();

    /**
     * Of how many letters to a member's office within 14 days it must be said that there is
     * no such address before nobody writes there: one report may be wrong, and many want to reach the office.
     */
    @WithDefault("2")
    @Min(1) @Max(1000) int lettersBeforeSuppression();

    /** The listener for what comes back by SMTP. */
    Smtp smtp();

    /** A server for the platform's return addresses, and for nothing else. */
    interface Smtp {
        /** The port; without one nothing listens. */
        OptionalInt port();

        /** The address that it listens on. */
        @WithDefault("0.0.0.0")
        String host();

        /** What it calls itself; the name in the MX records. */
        @WithDefault("bounces.lobby.example")
        String hostName();

        /** The largest message that is taken; of a larger one the sender is told at once. */
        @WithDefault("10M")
        MemorySize maxSize();

        /** As much of a message is kept: what tells anything stands at its beginning. */
        @WithDefault("1M")
        MemorySize keepSize();

        /** How many messages may wait to be read; while there are as many, senders are told to come again. */
        @WithDefault("10000")
        @Min(1) @Max(1_000_000) int mostWaiting();

        /** How many may be connected at a time. */
        @WithDefault("50")
        @Min(1) @Max(5_000) int connections();

        /** How long a client may be silent. */
        @WithDefault("1m")
        Duration timeout();

        /** How long a client may stay, however busy it is. */
        @WithDefault("10m")
        Duration session();

        /** The name of the Quarkus TLS configuration with the certificate for STARTTLS; without one there is no encryption. */
        Optional<String> tlsConfiguration();
    }
}
