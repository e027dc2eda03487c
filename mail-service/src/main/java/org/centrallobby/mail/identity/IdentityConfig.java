package org.centrallobby.mail.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the platform and organisations are called in mails, and the secrets that they are known by. */
@ConfigMapping(prefix = "identity")
public interface IdentityConfig {
    /**
     * The secret behind the tokens in addresses and unsubscribe links, and behind the seal on organisations' DKIM keys; at
     * least 32 characters, and there is no default.
     */
    @Size(min = 32) String secret();

    /**
     * Secrets of before, separated by commas: what was sent or sealed under them is still understood. One may go when the
     * last mail sent under it is older than any bounce, and after every key sealed under it was rotated.
     */
    Optional<List<@Size(min = 32) String>> previousSecrets();

    /**
     * What makes the addresses for copies of letters impossible to make up, at least 32 characters: the letter-service's {@code
     * own-mailbox.copy-secret}. Without it no copies are taken.
     */
    Optional<@Size(min = 32) String> copySecret();

    /** The domain that bounces come back to, where no organisation's own is used; by default that of {@code smtp.from-address}. */
    Optional<String> bounceDomain();

    /** Where this service is reached from outside, for the links that unsubscribe: {@code https} and a host, no path. */
    @WithDefault("https://mail.lobby.example")
    URI publicUrl();

    /** The name of the server that takes what comes back, for the MX records of organisations; by default the bounce domain. */
    Optional<String> mxHost();

    /** The domain whose SPF record lists the relays, for organisations to include; by default the bounce domain. */
    Optional<String> spfInclude();

    /** The name server asked for organisations' records, as {@code host:port}; by default those of the machine. */
    Optional<String> resolver();

    /** How long one question to a name server may take; it is asked once more. */
    @WithDefault("2s")
    Duration dnsTimeout();

    /** How long the whole check of a domain may take. */
    @WithDefault("20s")
    Duration checkTimeout();

    /** How often the records of a domain that sends are looked at again. */
    @WithDefault("24h")
    Duration recheckInterval();

    /** How long a domain still sends after its records were found wrong, for somebody to put them right. */
    @WithDefault("72h")
    Duration grace();

    /** The platform's own signatures. */
    Dkim dkim();

    /** The keys that sign for the platform's own domain; organisations' are made and kept by the service. */
    interface Dkim {
        /** Names the RSA key in DNS: {@code <selector>._domainkey.<domain>}. A new key gets a new one, published before. */
        @WithDefault("lobby1")
        String rsaSelector();

        /** A PEM file (PKCS#8) with an RSA key of at least 2048 bits. */
        Optional<Path> rsaKeyFile();

        /** Names the Ed25519 key in DNS. */
        @WithDefault("lobby1e")
        String ed25519Selector();

        /** A PEM file (PKCS#8) with an Ed25519 key (RFC 8463). */
        Optional<Path> ed25519KeyFile();

        /** How long a signature is good for after it was made: longer than any relay on the way keeps trying. */
        @WithDefault("14d")
        Duration validFor();
    }
}
