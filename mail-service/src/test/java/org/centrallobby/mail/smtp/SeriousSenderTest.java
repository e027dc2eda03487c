package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.WithDefault;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a serious sender must meet, on the octets that a server received. The number is the check's, the words behind it its
 * source. What is missing here is not a matter of how a mail is sent: 5 and 27 (when it is tried again and how fast) belong
 * to the queue and its pacing, 21 (complaints) and the reading side of 19 and 20 to what comes back, 8 (null MX) to a
 * sender that finds its way without a relay; 28 is in {@link EncryptionTest}.
 */
class SeriousSenderTest {
    private final RecordingServer server = RecordingServer.offering("SIZE 10000000", "DSN", "8BITMIME", "SMTPUTF8");
    private final RelayConnection connection = Settings.ofPort(server.port()).connection(Identities.composingNow());

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    @Test
    @DisplayName("1: RFC 5321 2.3.8, no bare CR or LF, and the mail ends with CRLF.CRLF")
    void linesEndWithBoth() {
        var octets =
                sent(ALetter.plain().from("Siân 🦊").saying("a\rb\nc\r\nd")).text();

        assertThat(octets.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(octets).endsWith("\r\n.\r\n").containsOnlyOnce("\r\n.\r\n");
        assertThat(server.commands()).noneMatch(command -> command.matches("(?s).*[\r\n].*"));
    }

    @Test
    @DisplayName("2: RFC 5321 4.5.2, a dot at the start of a line is doubled on the wire and single behind it")
    void dotsAreStuffed() throws Exception {
        var text = ".\n..\n.one\nend.\n";

        var recorded = sent(ALetter.plain().saying(text));

        assertThat(recorded.text()).contains("\r\n..\r\n...\r\n..one\r\nend.\r\n");
        assertThat(body(recorded)).isEqualTo(text);
    }

    @Test
    @DisplayName("3: RFC 5321 4.5.3.1, commands, local parts and lines keep their limits")
    void nothingIsTooLong() {
        var recorded = sent(ALetter.plain()
                .from("é".repeat(100))
                .to("x".repeat(100), "m".repeat(64) + "@mp.example")
                .about("word ".repeat(150) + "x".repeat(200))
                .saying("y".repeat(5_000)));

        assertThat(server.commands()).allSatisfy(command -> assertThat(command).hasSizeLessThanOrEqualTo(510));
        assertThat(path("MAIL FROM").split("@")[0]).hasSizeLessThanOrEqualTo(64);
        assertThat(from(recorded).split("@")[0]).hasSizeLessThanOrEqualTo(64);
        assertThat(recorded.text().split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    @Test
    @DisplayName("4: RFC 5321 4.5.3.2, nobody is given up earlier than the standard has it")
    void patienceIsThatOfTheStandard() throws Exception {
        for (var step : Map.of(
                        "commandTimeout", "5m", "dataTimeout", "2m", "blockTimeout", "3m", "endOfDataTimeout", "10m")
                .entrySet()) {
            var standard = SmtpConfig.class.getMethod(step.getKey()).getAnnotation(WithDefault.class);
            assertThat(standard.value()).as(step.getKey()).isEqualTo(step.getValue());
        }
    }

    @Test
    @DisplayName("6: RFC 5321 4.1.1.1, EHLO names a host; a name that is none stops the start")
    void theGreetingNamesAHost() {
        sent(ALetter.plain());
        assertThat(server.commands().getFirst()).isEqualTo("EHLO mail.lobby.example");

        var away = EncryptionTest.away(587, RelayConfig.Tls.REQUIRED, null, null, Optional.empty());
        for (var name :
                List.of("localhost", "localhost.localdomain", "192.0.2.1", "host", "[192.0.2.1]", "a_b.example")) {
            assertThatThrownBy(() -> Settings.ofPort(587)
                            .beside("away", away)
                            .called(name)
                            .relays(Identities.unsigned(), new Safety(Settings.safety("test"))))
                    .hasMessageContaining("smtp.ehlo-name");
        }
    }

    @Test
    @DisplayName("9: RFC 5322 3.6, one of each header, and the same Message-ID and Date at every attempt")
    void headersAreThereOnce() {
        var head = head(sent(ALetter.plain()));

        for (var name :
                List.of("From", "To", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")) {
            assertThat(values(head, name)).as(name).hasSize(1);
        }
        assertThat(value(head, "Message-ID")).isEqualTo("<%s@lobby.example>".formatted(ALetter.ID));
        assertThat(ZonedDateTime.parse(value(head, "Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(ALetter.COMPOSED);
        var again = head(sent(ALetter.plain()));
        assertThat(unsigned(again)).isEqualTo(unsigned(head));
        assertThat(path("MAIL FROM"))
                .isEqualTo(Identities.returnAddresses()
                        .bounce(ALetter.ID, "bounces.lobby.example")
                        .wire());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "Siân", "🦊", "word word word word word word word word word word word word word word"})
    @DisplayName("10 and 11: RFC 5322 2.1.1 and RFC 2047, lines of 78 and encoded words of 75 characters")
    void linesAreFolded(String words) {
        var head =
                head(sent(ALetter.plain().from(words).to(words, "mp@mp.example").about(words.repeat(5))));

        assertThat(head.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(head.split("[ \r\n]+"))
                .filteredOn(word -> word.startsWith("=?"))
                .allSatisfy(word -> {
                    assertThat(word.length()).isLessThanOrEqualTo(75);
                    assertThat(word).endsWith("?=");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\nBcc: x@y.example", "\n\nbody", "\r.\r\n", "\u0000", "\u0085", "\u2028", "\u2029", "\ud83e"})
    @DisplayName("12: what would begin another header is refused before the server is spoken to")
    void headersCannotBeInjected(String hostile) {
        var letter = ALetter.plain();
        for (var wrong : List.of(
                letter.from("J" + hostile), letter.about("s" + hostile), letter.to("n" + hostile, "a@b.example"))) {
            assertThatThrownBy(() -> connection.send(wrong.mail(), () -> true))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Siân,\n\n– £5 🦊\n",
                "From the start\ntrailing \n\t\n",
                "你好，世界。\n你好，世界。你好，世界。\n",
                "=\n=3D\n.\n"
            })
    @DisplayName("13: RFC 2045, the text is what it was, in UTF-8 and seven bits")
    void theTextIsWhatItWas(String text) throws Exception {
        var recorded = sent(ALetter.plain().saying(text));

        assertThat(body(recorded)).isEqualTo(text);
        assertThat(recorded.text()).matches("(?s)[\r\n -~]*").doesNotContain("\r\nFrom ", " \r\n");
        assertThat(value(head(recorded), "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    @DisplayName(
            "14 and 15: RFC 6376, 8301 and 8463, both signatures verify, and everything that matters is signed twice")
    void signaturesVerify() throws Exception {
        var recorded = sent(ALetter.plain().saying("Dear Siân,\n. dots .\n\n\n").toBeUnsubscribedFrom());

        var verdicts = new DkimVerifier(Identities::keyRecord).verify(recorded.message());
        assertThat(verdicts)
                .extracting(DkimVerifier.Verdict::algorithm)
                .containsExactly("rsa-sha256", "ed25519-sha256");
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.result()).isEqualTo("pass");
            assertThat(verdict.domain()).isEqualTo("lobby.example");
            assertThat(verdict.tags()).doesNotContainKey("l");
            var signed = List.of(String.valueOf(verdict.tags().get("h")).split(":"));
            for (var name : List.of(
                    "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type")) {
                assertThat(signed).as(name).filteredOn(name::equals).hasSize(2);
            }
            assertThat(signed).contains("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id");
        });
        var byJames = new DKIMVerifier(
                        (method, selector, domain) -> List.of(Identities.keyRecord(selector + "._domainkey." + domain)))
                .verify(new ByteArrayInputStream(recorded.message()));
        assertThat(byJames)
                .anySatisfy(
                        record -> assertThat(record.getHashKeyType().toString()).isEqualTo("rsa"));
    }

    @Test
    @DisplayName(
            "16, 17, 25 and 26: RFC 7208 and 9989, SPF and DKIM are both aligned; the writer's domain stands in Reply-To alone")
    void domainsAreAligned() {
        var recorded = sent(ALetter.plain());

        assertThat(path("MAIL FROM")).endsWith("@bounces.lobby.example");
        assertThat(from(recorded)).endsWith("@lobby.example");
        assertThat(head(recorded)).doesNotContain("\r\nSender:");
        assertThat(head(recorded).replaceAll("Reply-To:.*\r\n", "")).doesNotContain("example.org");
        assertThat(value(head(recorded), "Reply-To")).isEqualTo("Jane Doe <jane@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm@parliament.example",
                "Jane <pm@parliament.example>",
                "pm＠parliament.example",
                "\u202Emp\u202C"
            })
    @DisplayName("18: the name in From shows no address but ours, in the right direction")
    void theNameIsNoAddress(String name) throws Exception {
        var message = parsed(sent(ALetter.plain().from(name)));

        var from = message.getFrom().getFirst();
        assertThat(from.getDomain()).isEqualTo("lobby.example");
        assertThat(from.getName()).doesNotContain("@", "＠", "\u202E");
    }

    @Test
    @DisplayName("19: RFC 3461, reports of failure and delay are asked for where that is offered")
    void reportsAreAskedFor() {
        sent(ALetter.plain());

        assertThat(command("MAIL FROM")).contains(" SIZE=").endsWith(" RET=HDRS ENVID=" + ALetter.ID);
        assertThat(command("RCPT TO")).isEqualTo("RCPT TO:<mp@mp.example> NOTIFY=FAILURE,DELAY");
        try (var plain = RecordingServer.offering();
                var other = Settings.ofPort(plain.port()).connection()) {
            other.send(ALetter.plain().mail(), () -> true);
            assertThat(plain.commands()).contains("RCPT TO:<mp@mp.example>");
        }
    }

    @Test
    @DisplayName("20: RFC 3834, a machine's mail says so and a letter does not")
    void machinesSayThatTheyAre() {
        assertThat(head(sent(ALetter.plain()))).doesNotContain("Auto-Submitted", "Precedence");
        var automatic = head(sent(ALetter.plain().byAMachine()));
        assertThat(value(automatic, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(value(automatic, "From")).contains("<letters-r");
    }

    @Test
    @DisplayName("22: RFC 8058, what is neither letter nor transactional is unsubscribed from with one request")
    void oneClickUnsubscribes() {
        assertThat(head(sent(ALetter.plain()))).doesNotContain("List-Unsubscribe");
        var head = head(sent(ALetter.plain().toBeUnsubscribedFrom()));

        var link = URI.create(value(head, "List-Unsubscribe").replaceAll("[<>]", ""));
        assertThat(link.getScheme()).isEqualTo("https");
        assertThat(Identities.returnAddresses().read(Purpose.UNSUBSCRIBE, link.getPath()))
                .contains(ALetter.ID);
        assertThat(value(head, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    @DisplayName(
            "23: RFC 6531 and 5890, letters outside ASCII travel where they can and are refused with 5.6.7 where not")
    void addressesOfTheWorld() {
        sent(ALetter.plain().to(null, "mp@bücher.example"));
        assertThat(path("RCPT TO")).isEqualTo("mp@xn--bcher-kva.example");
        var recorded = sent(ALetter.plain().to("Jörg", "jörg@mp.example"));
        assertThat(server.commands())
                .anyMatch(command -> command.startsWith("MAIL") && command.contains(" BODY=8BITMIME SMTPUTF8"));
        assertThat(new DkimVerifier(Identities::keyRecord).verify(recorded.message()))
                .extracting(DkimVerifier.Verdict::result)
                .containsOnly("pass");
        try (var plain = RecordingServer.offering();
                var other = Settings.ofPort(plain.port()).connection()) {
            var delivery =
                    other.send(ALetter.plain().to(null, "jörg@mp.example").mail(), () -> true);
            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(delivery.cause()).isEqualTo(Cause.ADDRESS_NOT_CARRIED);
            assertThat(delivery.reply().enhanced()).isEqualTo("5.6.7");
            other.send(ALetter.plain().mail(), () -> true);
            assertThat(plain.commands())
                    .filteredOn(command -> command.startsWith("EHLO"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("24: the return path names the mail, and nobody else can make it up")
    void returnPathsAreTokens() {
        sent(ALetter.plain());

        assertThat(path("MAIL FROM")).matches("b[a-z2-7]{39}@bounces\\.lobby\\.example");
        assertThat(Identities.returnAddresses().read(Purpose.BOUNCE, path("MAIL FROM")))
                .contains(ALetter.ID);
        assertThat(Identities.returnAddresses()
                        .read(Purpose.REPLY, from(server.mails().getLast())))
                .contains(ALetter.ID);
    }

    private RecordingServer.Recorded sent(ALetter letter) {
        var delivery = connection.send(letter.mail(), () -> true);
        assertThat(delivery.verdict()).as(delivery.reply().text()).isEqualTo(Verdict.ACCEPTED);
        return server.mails().getLast();
    }

    private String command(String name) {
        return new ArrayList<>(server.commands())
                .reversed().stream()
                        .filter(command -> command.startsWith(name))
                        .findFirst()
                        .orElseThrow();
    }

    private String path(String name) {
        var command = command(name);
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static String head(RecordingServer.Recorded recorded) {
        return recorded.text().substring(0, recorded.text().indexOf("\r\n\r\n") + 2);
    }

    private static String unsigned(String head) {
        return head.replaceAll("DKIM-Signature:.*\r\n([ \t].*\r\n)+", "");
    }

    private static List<String> values(String head, String name) {
        return Arrays.stream(head.replaceAll("\r\n[ \t]+", " ").split("\r\n"))
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    private static String value(String head, String name) {
        return values(head, name).getFirst();
    }

    private static String from(RecordingServer.Recorded recorded) {
        var from = value(head(recorded), "From");
        return from.substring(from.indexOf('<') + 1, from.indexOf('>'));
    }

    private static Message parsed(RecordingServer.Recorded recorded) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(recorded.message()));
    }

    private static String body(RecordingServer.Recorded recorded) throws Exception {
        try (var reader = ((TextBody) parsed(recorded).getBody()).getReader()) {
            return reader.readAllAsString().replace("\r\n", "\n");
        }
    }
}
