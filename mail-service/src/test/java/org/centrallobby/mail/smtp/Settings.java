package org.centrallobby.mail.smtp;

import java.time.Duration;
import java.util.Optional;

/** The settings of a test's relay. */
record Settings(int port, int mailsPerConnection, Duration replyTimeout) implements SmtpConfig {
    static Settings ofPort(int port) {
        return new Settings(port, 100, Duration.ofSeconds(5));
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Tls tls() {
        return Tls.NONE;
    }

    @Override
    public Optional<String> ehloName() {
        return Optional.of("mail.lobby.example");
    }

    @Override
    public String fromAddress() {
        return "letters@lobby.example";
    }

    @Override
    public String envelopeSender() {
        return "bounces@lobby.example";
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration writeTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration idleTimeout() {
        return Duration.ofSeconds(30);
    }
}
