package org.centrallobby.mail.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the tests of other packages need of this one. */
public final class Identities {
    static final String SECRET = "a secret of the tests, 32 octets";

    /** When everything in the tests is signed. */
    public static final Instant SIGNED = Instant.parse("2026-11-03T09:06:00Z");

    private static final DkimKey RSA = key("test-rsa", DkimAlgorithm.RSA);
    private static final DkimKey ED25519 = key("test-ed25519", DkimAlgorithm.ED25519);

    /** What a mail is composed with. */
    public record Composing(
            PlatformIdentity platform, SendingDomains domains, ReturnAddresses addresses, InstantSource clock) {}

    private static final String RSA_RECORD =
            "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAi6JWyTBGUSqH/5KxUuNg5yr4W8XlH55vgzhJflNkEzgMHJ"
                    + "8DKw72dW/AEk86bIVyNyyPlcPegZDdpI1fJhBP0SfEG1jZZtclFldjFOG2YyLHfO6rBAepWczjMxl6nZufP3PoqC6l"
                    + "AleuGIW2rbrjBdk9jn9RbbwbaQsHJLngW8eCpfDQhP2UuW3RXTU4BGCXXywWkYRqzfA8ejfVeI7sfMFvgaw0S6YwzG"
                    + "GW0xyi/xOOib0xEWJLdwJzqGp13Ud+iBhvP8mSSvlIj+/j/dMrjP6l5L0n/pfht6pVw+RwMvVk6wt5OCmURA6lbZVF"
                    + "fMr4iUPNzhbtxkT3PgLoSWROPwIDAQAB";

    private static final String ED25519_RECORD = "v=DKIM1; k=ed25519; p=BJlnLQAN0XxuEXUA8AWTUxVOwgLyReOawhGFf9Rj58U=";

    private Identities() {}

    /** What DNS says of the keys of the platform lobby.example. */
    public static String keyRecord(String name) {
        return switch (name) {
            case "test-rsa._domainkey.lobby.example" -> RSA_RECORD;
            case "test-ed25519._domainkey.lobby.example" -> ED25519_RECORD;
            default -> "";
        };
    }

    /** The platform lobby.example, which signs with two keys. */
    public static Composing composing() {
        return composing(List.of(RSA, ED25519));
    }

    /** As {@link #composing()}, by the machine's clock: some verifiers look at theirs. */
    public static Composing composingNow() {
        return composing(List.of(RSA, ED25519), InstantSource.system());
    }

    /** As {@link #composing()}; organisations that ask for it send from their own domain charity.example. */
    public static Composing withOwnDomains() {
        var base = composing();
        var own = new SendingIdentity("letters", "charity.example", "bounces.charity.example", List.of(RSA, ED25519));
        var domains = new SendingDomains(
                base.platform(),
                (organisation, domain, local) ->
                        Optional.of(own).filter(identity -> identity.domain().equals(domain)));
        return new Composing(base.platform(), domains, base.addresses(), base.clock());
    }

    /** The platform lobby.example with no keys. */
    public static Composing unsigned() {
        return composing(List.of());
    }

    private static Composing composing(List<DkimKey> keys) {
        return composing(keys, InstantSource.fixed(SIGNED));
    }

    private static Composing composing(List<DkimKey> keys, InstantSource clock) {
        var addresses = returnAddresses();
        var platform = new PlatformIdentity(
                new SendingIdentity("letters", "lobby.example", "bounces.lobby.example", keys),
                "https://mail.lobby.example",
                Duration.ofDays(14),
                addresses);
        return new Composing(
                platform,
                new SendingDomains(platform, (organisation, domain, local) -> Optional.empty()),
                addresses,
                clock);
    }

    /** Tokens under the tests' secret. */
    public static ReturnAddresses returnAddresses() {
        return new ReturnAddresses(new Secrets(secrets(SECRET)));
    }

    private static DkimKey key(String name, DkimAlgorithm algorithm) {
        return new DkimKey(name, algorithm, Cryptography.readPem(Path.of("src/test/resources/dkim", name + ".pem")));
    }

    /** Those that the contract's example is made with. */
    public static CopyAddresses copyAddresses() {
        return new CopyAddresses(secrets(SECRET));
    }

    static IdentityConfig secrets(String secret, String... previous) {
        return new Configured(secret, List.of(previous), Optional.empty());
    }

    /** The settings of the tests. */
    record Configured(String secret, List<String> before, Optional<String> resolver) implements IdentityConfig {
        @Override
        public Optional<List<String>> previousSecrets() {
            return Optional.of(before);
        }

        @Override
        public Optional<String> copySecret() {
            return Optional.of("a secret that both services know, 40 octets");
        }

        @Override
        public Optional<String> bounceDomain() {
            return Optional.of("bounces.lobby.example");
        }

        @Override
        public URI publicUrl() {
            return URI.create("https://mail.lobby.example");
        }

        @Override
        public Optional<String> mxHost() {
            return Optional.of("mx.lobby.example");
        }

        @Override
        public Optional<String> spfInclude() {
            return Optional.of("spf.lobby.example");
        }

        @Override
        public Duration dnsTimeout() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration checkTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration recheckInterval() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration grace() {
            return Duration.ofHours(72);
        }

        @Override
        public Dkim dkim() {
            throw new UnsupportedOperationException("The tests have keys of their own");
        }
    }
}
