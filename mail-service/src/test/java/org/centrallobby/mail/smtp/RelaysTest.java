package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.Test;

/** Relays as they are configured. */
class RelaysTest {
    @Test
    void thereIsOneAndMoreByName() {
        var relays = relays(Map.of(
                "SMTP_HOST", "localhost",
                "SMTP_TLS", "none",
                "SMTP_RELAYS__SECOND__HOST", "localhost",
                "SMTP_RELAYS__SECOND__PORT", "2525",
                "SMTP_RELAYS__SECOND__TLS", "opportunistic",
                "SMTP_RELAYS__SECOND__WEIGHT", "3",
                "SMTP_RELAYS__SECOND__CONNECTIONS", "2",
                "SMTP_RELAYS__SECOND__HOURLY_CEILING", "500"));

        assertThat(relays.all()).extracting(Relay::name).containsExactly("default", "second");
        assertThat(relays.all().getFirst().weight()).isEqualTo(1);
        assertThat(relays.all().getFirst().connections()).isEqualTo(8);
        assertThat(relays.all().getFirst().hourlyCeiling()).isZero();
        assertThat(relays.all().getLast().weight()).isEqualTo(3);
        assertThat(relays.all().getLast().connections()).isEqualTo(2);
        assertThat(relays.all().getLast().hourlyCeiling()).isEqualTo(500);
    }

    @Test
    void eachIsSpokenToByItself() throws IOException {
        try (var first = RecordingServer.offering();
                var second = new ScriptedServer(Map.of("CONNECT", "421 4.3.2 Not now"))) {
            var relays = relays(Map.of(
                    "SMTP_HOST", "localhost",
                    "SMTP_PORT", Integer.toString(first.port()),
                    "SMTP_TLS", "none",
                    "SMTP_RELAYS__SECOND__HOST", "localhost",
                    "SMTP_RELAYS__SECOND__PORT", Integer.toString(second.port()),
                    "SMTP_RELAYS__SECOND__TLS", "none"));
            try (var one = relays.all().getFirst().connection();
                    var other = relays.all().getLast().connection()) {
                assertThat(other.send(ALetter.plain().mail(), () -> true).verdict())
                        .isEqualTo(Verdict.RELAY_IN_TROUBLE);
                assertThat(one.send(ALetter.plain().mail(), () -> true).verdict())
                        .isEqualTo(Verdict.ACCEPTED);
            }
        }
    }

    @Test
    void aPermissionThatIsNotGivenLeavesTheConnectionAsItWas() {
        try (var server = RecordingServer.offering();
                var connection = Settings.ofPort(server.port()).connection()) {
            assertThat(connection.send(ALetter.plain().mail(), () -> false)).isEqualTo(Delivery.withheld());
            assertThat(connection.send(ALetter.plain().mail(), () -> true).verdict())
                    .isEqualTo(Verdict.ACCEPTED);

            assertThat(server.mails()).hasSize(1);
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("EHLO"))
                    .hasSize(1);
            assertThat(server.commands()).containsSubsequence("RCPT TO:<mp@mp.example>", "RSET");
        }
    }

    @Test
    void aMailThatIsLargerThanTheServerTakesIsNotOffered() {
        try (var server = RecordingServer.offering("SIZE 1000");
                var connection = Settings.ofPort(server.port()).connection()) {
            var delivery =
                    connection.send(ALetter.plain().saying("long ".repeat(500)).mail(), () -> true);

            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(delivery.cause()).isEqualTo(Cause.TOO_LARGE);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    /** A mail that the first could not be given was refused for good, whatever the second knows. */
    @Test
    void aMailThatOneRelayCannotBeGivenIsOfferedToOneThatMayCarryIt() {
        var letter = ALetter.plain().to(null, "jörg@mp.example").mail();
        try (var plain = RecordingServer.offering();
                var other = RecordingServer.offering("8BITMIME", "SMTPUTF8")) {
            var relays = two(plain.port(), other.port());
            try (var first = relays.all().getFirst().connection();
                    var second = relays.all().getLast().connection()) {
                for (var known = 0; known < 2; known++) {
                    var delivery = first.send(letter, () -> true);
                    assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
                    assertThat(delivery.needsAnotherRelay()).isTrue();
                    assertThat(delivery.cause()).isEqualTo(Cause.ADDRESS_NOT_CARRIED);
                    assertThat(delivery.asksForLess()).isFalse();
                    assertThat(second.send(letter, () -> true).verdict()).isEqualTo(Verdict.ACCEPTED);
                }
            }
            assertThat(plain.commands())
                    .filteredOn(command -> command.startsWith("EHLO"))
                    .hasSize(1);
        }
    }

    @Test
    void aMailThatNoRelayCanBeGivenIsRefusedWhenAllHaveSaidSo() {
        var letter = ALetter.plain().to(null, "jörg@mp.example").mail();
        try (var plain = RecordingServer.offering();
                var other = RecordingServer.offering("8BITMIME")) {
            var relays = two(plain.port(), other.port());
            try (var first = relays.all().getFirst().connection();
                    var second = relays.all().getLast().connection()) {
                assertThat(first.send(letter, () -> true).verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
                var delivery = second.send(letter, () -> true);
                assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED);
                assertThat(delivery.needsAnotherRelay()).isFalse();
                assertThat(first.send(letter, () -> true).verdict()).isEqualTo(Verdict.REFUSED);
            }
        }
    }

    @Test
    void aLoginThatIsRefusedIsToldInTheServersWords() throws IOException {
        try (var server = new ScriptedServer(Map.of(
                        "EHLO",
                        "250-hello\r\n250 AUTH PLAIN",
                        "AUTH",
                        "535 5.7.8 Authentication credentials invalid"));
                var connection =
                        Settings.ofPort(server.port()).as("lobby", "wrong").connection()) {
            var delivery = connection.send(ALetter.plain().mail(), () -> true);

            assertThat(delivery.verdict()).isEqualTo(Verdict.RELAY_IN_TROUBLE);
            assertThat(delivery.cause()).isEqualTo(Cause.LOGIN);
            assertThat(delivery.reply().enhanced()).isEqualTo("5.7.8");
        }
    }

    private static SmtpRelays two(int first, int second) {
        return relays(Map.of(
                "SMTP_HOST", "localhost",
                "SMTP_PORT", Integer.toString(first),
                "SMTP_TLS", "none",
                "SMTP_RELAYS__SECOND__HOST", "localhost",
                "SMTP_RELAYS__SECOND__PORT", Integer.toString(second),
                "SMTP_RELAYS__SECOND__TLS", "none"));
    }

    private static SmtpRelays relays(Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .addDiscoveredConverters()
                .withMapping(SmtpConfig.class)
                .build()
                .getConfigMapping(SmtpConfig.class);
        var identity = Identities.unsigned();
        return new SmtpRelays(
                config, identity.platform(), Settings.composer(identity), new Safety(Settings.safety("test", "*")));
    }
}
