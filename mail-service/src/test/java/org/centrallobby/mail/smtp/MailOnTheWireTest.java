package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.centrallobby.mail.address.HeaderText;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.ReceivedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a real SMTP server received, byte by byte. */
class MailOnTheWireTest {
    private static final String BOUNCE = Identities.returnAddresses()
            .bounce(ALetter.ID, "bounces.lobby.example")
            .wire();
    private static final String REPLY = Identities.returnAddresses().token(Purpose.REPLY, ALetter.ID);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Mailbox mailbox;

    @SuppressWarnings("NullAway.Init")
    private RelayConnection connection;

    @BeforeEach
    void start() {
        mailbox = Mailbox.start(folder, Ports.free());
        connection = Settings.ofPort(mailbox.port()).connection(Identities.unsigned());
    }

    @AfterEach
    void stop() {
        connection.close();
        mailbox.close();
    }

    @Test
    void aLetterHasExactlyTheHeadersItNeeds() {
        var mail = sent(ALetter.plain());

        assertThat(mail.sender()).isEqualTo(BOUNCE);
        assertThat(mail.recipient()).isEqualTo("mp@mp.example");
        assertThat(head(mail)).isEqualTo("""
                From: Jane Doe
                 <jane.doe-%s@lobby.example>
                To: Sir Iain Duncan Smith <mp@mp.example>
                Reply-To: Jane Doe <jane@example.org>
                Subject: The Procurement Bill
                Date: Tue, 3 Nov 2026 09:05:30 +0000
                Message-ID: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                List-Id: Take surveillance cameras out of public buildings
                 <procurement-bill.campaigns.lobby.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                """.formatted(REPLY).replace("\n", "\r\n"));
        assertThat(mail.text()).isEqualTo("Dear Sir Iain,\n\nplease.\n");
    }

    @Test
    void aMailThatAMachineWroteSaysSoAndHasNobodyToAnswer() {
        var mail = sent(ALetter.plain().byAMachine());

        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail.header("Reply-To")).isNull();
    }

    @Test
    void theSameMailIsTheSameBytesAgain() {
        var letter = ALetter.plain().from("Siân 🦊").saying("é".repeat(500));

        assertThat(sent(letter).bytes()).isEqualTo(sent(letter).bytes());
    }

    static List<String> names() {
        return List.of(
                "Siân O'Brien",
                "O'Brien",
                "Doe, Jane",
                "(Doe)",
                "Jane \"JD\" Doe\\",
                "🦊🏳️‍🌈 Fox",
                "محمد علي",
                "יוסף",
                "é".repeat(150),
                "🦊".repeat(150),
                "a".repeat(150),
                "=?UTF-8?Q?Prime_Minister?=",
                "word ".repeat(29) + "end",
                "  two  spaces  ",
                "Jane.Doe",
                "<jane>");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAndSubjectsArriveAsTheyWereWritten(String name) throws MessagingException {
        var mail = sent(ALetter.plain().from(name).to(name, "mp@mp.example").about(name));

        keepsTheRulesOfTheWire(mail);
        for (var header : List.of("From", "To", "Reply-To")) {
            assertThat(people(mail, header))
                    .as(header)
                    .singleElement()
                    .satisfies(person ->
                            assertThat(((InternetAddress) person).getPersonal()).isEqualTo(name));
        }
        assertThat(mail.header("Subject")).isEqualTo(name);
        assertThat(head(mail))
                .contains("-" + REPLY + "@lobby.example>")
                .contains("<mp@mp.example>")
                .contains("<jane@example.org>");
    }

    @Test
    void threeHundredAccentedLettersAreFoldedWithoutSplittingOne() {
        var subject = "é".repeat(300);

        var mail = sent(ALetter.plain().about(subject));

        keepsTheRulesOfTheWire(mail);
        assertThat(mail.header("Subject")).isEqualTo(subject);
    }

    @Test
    void aThousandRandomNamesKeepTheRules() {
        var random = new Random(26);
        for (var i = 0; i < 1_000; i++) {
            var name = random.ints(1 + random.nextInt(150), 0x20, 0x10FFFF)
                    .filter(c -> HeaderText.isSafe(Character.toString(c)) && Character.isDefined(c) && c != '@')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (name.isBlank()) {
                continue;
            }
            var head = new Headers()
                    .text("Subject", name)
                    .named("From", name, "letters@lobby.example")
                    .toString();

            assertThat(head).matches("[ -~\\r\\n]*");
            assertThat(head.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        }
    }

    static List<String> texts() {
        return List.of(
                "plain\n",
                ".one dot\n..two dots\n.\n..\nend\n",
                "From the start\n>From quoted\nFrom \n",
                "trailing space \ntrailing tab\t\n \n",
                "equals = and =3D\n",
                "\n\n\n",
                "x".repeat(5_000) + "\n",
                "word ".repeat(2_000) + "\n",
                "Grüße, Siân — £5, “quoted”, 🦊\n",
                "你好，世界。\n".repeat(100),
                "é".repeat(2_000) + "\n",
                "nul-free but odd: \u0001\u0008\u000b\u007f\u0085\u2028\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextArrivesAsItWasWritten(String text) {
        var mail = sent(ALetter.plain().saying(text));

        keepsTheRulesOfTheWire(mail);
        assertThat(mail.text()).isEqualTo(text);
        assertThat(wire(mail))
                .doesNotContain("\r\nFrom ")
                .doesNotContain(" \r\n")
                .doesNotContain("\t\r\n");
    }

    @Test
    void base64IsTakenWhereItIsShorter() {
        assertThat(sent(ALetter.plain().saying("你好，世界。\n".repeat(100))).header("Content-Transfer-Encoding"))
                .isEqualTo("base64");
        assertThat(sent(ALetter.plain().saying("Dear Siân,\n")).header("Content-Transfer-Encoding"))
                .isEqualTo("quoted-printable");
    }

    @Test
    void anyKindOfLineEndBecomesTheOneOfMail() {
        assertThat(sent(ALetter.plain().saying("a\r\nb\rc\nd")).text()).isEqualTo("a\nb\nc\nd\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane\r\nBcc: victim@example.org",
                "Jane\nBcc: victim@example.org",
                "Jane\rBcc: victim@example.org",
                "Jane\u0000",
                "Jane\u0085Bcc: victim@example.org",
                "Jane\u2028Bcc: victim@example.org",
                "Jane\u2029Bcc: victim@example.org",
                "Jane\u001b",
                "Jane\ud83e"
            })
    void aHostileValueIsNeverWritten(String hostile) {
        var letter = ALetter.plain();

        assertThatThrownBy(() -> connection.send(letter.from(hostile).mail(), () -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> connection.send(letter.about(hostile).mail(), () -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        connection.send(letter.to(hostile, "mp@mp.example").mail(), () -> true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        letter.to(null, "mp@mp.example" + hostile.substring(4)).mail())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAnAddressIsDefused() {
        assertThat(sent(ALetter.plain().from("pm@parliament.example")).header("From"))
                .isEqualTo("\"pm at parliament.example\" <pm.parliament-" + REPLY + "@lobby.example>");
    }

    @Test
    void aDomainOutsideAsciiIsWrittenInItsAsciiForm() {
        assertThat(sent(ALetter.plain().to(null, "mp@bücher.example")).recipient())
                .isEqualTo("mp@xn--bcher-kva.example");
    }

    @Test
    void anAddressOutsideAsciiIsGivenToAServerThatKnowsSmtpUtf8() {
        var mail = sent(ALetter.plain().to("Jörg", "jörg@mp.example"));

        assertThat(mail.recipient()).isEqualTo("jörg@mp.example");
        assertThat(new String(mail.bytes(), StandardCharsets.UTF_8)).contains("<jörg@mp.example>");
    }

    /** A mail with such an address in its head would be refused by the first server that does not know SMTPUTF8. */
    @Test
    void anAddressOutsideAsciiThatIsAnsweredToStandsBelowTheText() {
        var mail = sent(ALetter.plain().answeredTo("jané@example.org"));
        assertThat(mail.header("Reply-To")).isNull();
        assertThat(mail.header("From")).contains(REPLY + "@lobby.example");
        assertThat(mail.text()).endsWith("please.\n\nReply to / Ateb i: jané@example.org\n");
        keepsTheRulesOfTheWire(mail);

        var signed =
                sent(ALetter.plain().answeredTo("jané@example.org").saying("Dear Sir Iain,\n\nJané, jané@example.org"));
        assertThat(signed.text()).doesNotContain("Reply to");
    }

    private ReceivedMail sent(ALetter letter) {
        var delivery = connection.send(letter.mail(), () -> true);
        assertThat(delivery.verdict()).isEqualTo(Verdict.ACCEPTED);
        return mailbox.mails().getLast();
    }

    private static void keepsTheRulesOfTheWire(ReceivedMail mail) {
        var wire = wire(mail);
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(wire).endsWith("\r\n").matches("(?s)[\\r\\n\\t -~]*");
        assertThat(Arrays.stream(wire.split("\r\n")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(Arrays.stream(head(mail).split("\r\n")).filter(line -> line.contains("=?")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        for (var name : List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version")) {
            assertThat(Arrays.stream(head(mail).split("\r\n")).filter(line -> line.startsWith(name + ":")))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(wire).doesNotContainIgnoringCase("x-mailer").doesNotContainIgnoringCase("user-agent");
    }

    private static Address[] people(ReceivedMail mail, String header) throws MessagingException {
        var parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
        return InternetAddress.parse(parsed.getHeader(header, ","));
    }

    private static String head(ReceivedMail mail) {
        var wire = wire(mail);
        return wire.substring(0, wire.indexOf("\r\n\r\n") + 2);
    }

    private static String wire(ReceivedMail mail) {
        return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
    }
}
