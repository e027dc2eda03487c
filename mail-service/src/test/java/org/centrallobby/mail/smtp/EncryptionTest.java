package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.smtp.RelayConfig.Tls;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check 28 (RFC 3207, RFC 8314, RFC 8461): what is required is encrypted, or it waits. */
@DisplayName("check 28")
class EncryptionTest {
    private static final Path CA = Path.of("src/test/resources/tls/ca.pem");

    @Test
    void whatIsRequiredIsEncryptedBeforeAnythingIsSaid() {
        try (var server = RecordingServer.withStartTls("localhost", "AUTH PLAIN LOGIN");
                var connection = settings(server)
                        .with(Tls.REQUIRED)
                        .trusting(CA)
                        .as("lobby", "secret")
                        .connection()) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);

            assertThat(server.inClearText()).containsExactly("EHLO mail.lobby.example", "STARTTLS");
            assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN"));
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void implicitEncryptionBeginsWithTheFirstOctet() {
        try (var server = RecordingServer.encrypted("localhost", "AUTH LOGIN PLAIN");
                var connection = settings(server)
                        .with(Tls.IMPLICIT)
                        .trusting(CA)
                        .as("lobby", "secret")
                        .connection()) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);

            assertThat(server.inClearText()).isEmpty();
            assertThat(server.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-name", "expired"})
    void aCertificateThatIsNotRightDefersTheMail(String certificate) {
        try (var server = RecordingServer.withStartTls(certificate);
                var connection =
                        settings(server).with(Tls.REQUIRED).trusting(CA).connection()) {
            defers(send(connection), "certificate");
            assertThat(server.inClearText()).containsExactly("EHLO mail.lobby.example", "STARTTLS");
            assertThat(server.mails()).isEmpty();
        }
        try (var server = RecordingServer.encrypted(certificate);
                var connection =
                        settings(server).with(Tls.IMPLICIT).trusting(CA).connection()) {
            defers(send(connection), "certificate");
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void anAuthorityThatNobodyKnowsDefersTheMail() {
        try (var server = RecordingServer.withStartTls("localhost");
                var connection = settings(server).with(Tls.REQUIRED).connection()) {
            defers(send(connection), "certificate");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void encryptionThatSomebodyTookOutOfTheGreetingDefersTheMail() {
        try (var server = RecordingServer.offering("AUTH PLAIN");
                var connection = settings(server)
                        .with(Tls.REQUIRED)
                        .as("lobby", "secret")
                        .connection()) {
            defers(send(connection), "does not offer the encryption");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aServerThatOnlySpeaksClearTextWhereEncryptionBeginsAtOnceDefersTheMail() {
        try (var server = RecordingServer.offering();
                var connection = settings(server).with(Tls.IMPLICIT).connection()) {
            defers(send(connection), "encrypted");
        }
    }

    @Test
    void opportunisticEncryptionTakesAnyCertificateAndDoesWithout() {
        try (var server = RecordingServer.withStartTls("expired");
                var connection = settings(server).with(Tls.OPPORTUNISTIC).connection()) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(server.inClearText()).containsExactly("EHLO mail.lobby.example", "STARTTLS");
        }
        try (var server = RecordingServer.offering();
                var connection = settings(server).with(Tls.OPPORTUNISTIC).connection()) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Test
    void opportunisticEncryptionThatFailsIsNotFollowedByClearText() throws Exception {
        try (var server = new ScriptedServer(
                        java.util.Map.of("EHLO", "250-hello\r\n250 STARTTLS", "STARTTLS", "220 go on"));
                var connection = Settings.ofPort(server.port())
                        .patientFor(java.time.Duration.ofMillis(700))
                        .with(Tls.OPPORTUNISTIC)
                        .connection()) {
            assertThat(send(connection).verdict()).isEqualTo(Verdict.RELAY_IN_TROUBLE);
            assertThat(server.commands()).doesNotContain("MAIL");
        }
    }

    @Test
    void settingsThatContradictEachOtherStopTheStart() {
        var plain = Settings.ofPort(587);
        refused(
                away(25, Tls.NONE, "lobby", "secret", Optional.empty()),
                "in clear text: set smtp.relays.\"away\".tls=required");
        refused(away(25, Tls.OPPORTUNISTIC, "lobby", "secret", Optional.empty()), "in clear text");
        refused(away(465, Tls.REQUIRED, null, null, Optional.empty()), "tls=implicit");
        refused(away(587, Tls.IMPLICIT, null, null, Optional.empty()), "tls=required");
        refused(away(25, Tls.OPPORTUNISTIC, null, null, Optional.of(CA)), "ca-file is of no use");
        refused(away(587, Tls.REQUIRED, "lobby", null, Optional.empty()), "go together");
        refused(away(587, Tls.REQUIRED, null, null, Optional.of(Path.of("pom.xml"))), "authorities");
        assertThatThrownBy(() -> start(plain.beside("default", plain)))
                .hasMessageContaining("name those of smtp.relays");
    }

    private static void refused(RelayConfig relay, String why) {
        assertThatThrownBy(() -> start(Settings.ofPort(587).beside("away", relay)))
                .hasMessageContaining(why);
    }

    private static SmtpRelays start(Settings settings) {
        return settings.relays(Identities.unsigned(), new Safety(Settings.safety("development")));
    }

    static RelayConfig away(
            int port,
            Tls tls,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable String password,
            Optional<Path> caFile) {
        return new ARelay(
                "192.0.2.25", port, Optional.ofNullable(user), Optional.ofNullable(password), tls, caFile, 1, 8, 0);
    }

    private static void defers(Delivery delivery, String why) {
        assertThat(delivery.verdict()).isEqualTo(Verdict.RELAY_IN_TROUBLE);
        assertThat(delivery.reply().code()).isNull();
        assertThat(delivery.reply().text()).contains(why);
    }

    private static Settings settings(RecordingServer server) {
        return Settings.ofPort(server.port());
    }

    private static Delivery send(RelayConnection connection) {
        return connection.send(ALetter.plain().mail(), () -> true);
    }
}
