package org.centrallobby.mail.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.mail.identity.Identities;

/** The settings of a test's relay. */
record Settings(
        int port,
        Tls tls,
        Optional<Path> caFile,
        Optional<String> user,
        Optional<String> password,
        int mailsPerConnection,
        Duration patience,
        Map<String, RelayConfig> relays,
        String name)
        implements SmtpConfig {
    static Settings ofPort(int port) {
        return new Settings(
                port,
                Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                100,
                Duration.ofSeconds(5),
                Map.of(),
                "mail.lobby.example");
    }

    Settings with(Tls tls) {
        return new Settings(port, tls, caFile, user, password, mailsPerConnection, patience, relays, name);
    }

    Settings trusting(Path authorities) {
        return new Settings(
                port, tls, Optional.of(authorities), user, password, mailsPerConnection, patience, relays, name);
    }

    Settings as(String user, String password) {
        return new Settings(
                port,
                tls,
                caFile,
                Optional.of(user),
                Optional.of(password),
                mailsPerConnection,
                patience,
                relays,
                name);
    }

    Settings mailsPerConnection(int most) {
        return new Settings(port, tls, caFile, user, password, most, patience, relays, name);
    }

    Settings patientFor(Duration patience) {
        return new Settings(port, tls, caFile, user, password, mailsPerConnection, patience, relays, name);
    }

    Settings beside(String other, RelayConfig relay) {
        return new Settings(
                port, tls, caFile, user, password, mailsPerConnection, patience, Map.of(other, relay), name);
    }

    /** With another name in EHLO. */
    Settings called(String name) {
        return new Settings(port, tls, caFile, user, password, mailsPerConnection, patience, relays, name);
    }

    /** A connection of a relay with these settings. */
    RelayConnection connection() {
        return connection(Identities.composing());
    }

    RelayConnection connection(Identities.Composing identity) {
        return relays(identity, new Safety(safety("development", "*")))
                .all()
                .getFirst()
                .connection();
    }

    SmtpRelays relays(Identities.Composing identity, Safety safety) {
        return new SmtpRelays(this, identity.platform(), composer(identity), safety);
    }

    static MailComposer composer(Identities.Composing identity) {
        return new MailComposer(identity.platform(), identity.domains(), identity.addresses(), identity.clock());
    }

    static SafetyConfig safety(String environment, String... allowed) {
        return new SafetyConfig() {
            @Override
            public String environment() {
                return environment;
            }

            @Override
            public Optional<List<String>> allowedRecipients() {
                return Optional.of(List.of(allowed));
            }
        };
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public Optional<String> ehloName() {
        return Optional.of(name);
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public int connections() {
        return 8;
    }

    @Override
    public int hourlyCeiling() {
        return 0;
    }

    @Override
    public Duration connectTimeout() {
        return patience;
    }

    @Override
    public Duration commandTimeout() {
        return patience;
    }

    @Override
    public Duration dataTimeout() {
        return patience;
    }

    @Override
    public Duration blockTimeout() {
        return patience;
    }

    @Override
    public Duration endOfDataTimeout() {
        return patience;
    }

    @Override
    public Duration quitTimeout() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration idleTimeout() {
        return Duration.ofSeconds(30);
    }
}
