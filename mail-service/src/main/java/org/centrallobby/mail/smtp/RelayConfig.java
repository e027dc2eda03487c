package org.centrallobby.mail.smtp;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** One relay. */
public interface RelayConfig {
    /** The relay's name or address. */
    String host();

    /** The relay's port: 587 is the one for submission, 465 goes with {@code implicit}. */
    @WithDefault("587")
    @Min(1) @Max(65_535) int port();

    /** The account at the relay; without one there is no login. */
    Optional<String> user();

    /** The account's password. */
    Optional<String> password();

    /**
     * {@code required}: nothing is said before STARTTLS, and the certificate must be valid for the host. {@code implicit}:
     * encrypted from the first byte, the certificate checked likewise. {@code opportunistic}: STARTTLS where it is
     * offered, any certificate, and no login; where encryption begins and fails, the mail waits. {@code none}: clear text,
     * for a relay on this machine and for tests.
     */
    @WithDefault("required")
    Tls tls();

    /** A PEM file with the certificates of the authorities to trust, in place of those that Java brings. */
    Optional<Path> caFile();

    /** How large a share of the mails it gets beside the other relays. */
    @WithDefault("1")
    @Min(1) @Max(100) int weight();

    /** The most connections that this process may have to it at once. */
    @WithDefault("8")
    @Min(1) @Max(1_000) int connections();

    /** The most mails that all replicas together hand to it within any hour; 0 for no limit. */
    @WithDefault("0")
    @Min(0) int hourlyCeiling();

    /** Whether a connection is encrypted. */
    enum Tls {
        REQUIRED,
        IMPLICIT,
        OPPORTUNISTIC,
        NONE
    }
}
