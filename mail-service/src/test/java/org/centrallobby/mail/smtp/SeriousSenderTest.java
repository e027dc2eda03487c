package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.WithDefault;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a serious sender must meet, on the octets that a server received. The number is the check's, the words behind it its
 * source. What is missing here is not a matter of how a mail is sent: 5 and 27 (when it is tried again and how fast) belong
 * to the queue and its pacing, 21 (complaints) and the reading side of 19 and 20 to what comes back, 8 (null MX) to a
 * sender that finds its way without a relay; 14 and later are in
 * {@link SeriousIdentityTest}, 28 is in {@link EncryptionTest}.
 */
class SeriousSenderTest extends ReceivedOctets {
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
}
