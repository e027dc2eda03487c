package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.centrallobby.mail.address.HeaderText;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.Test;

/** Names, subjects and texts of any characters there are, read back by another library. */
class HostileTextTest {
    private static final String SPECIAL = "\"\\<>(),;:.=?_'%~[]{}!#$&*+-/^`| ";
    private static final int MAILS = 5_000;
    private static final int SIGNED_EVERY = 25;

    private final Random random = new Random(26);
    private final MailComposer unsigned = Settings.composer(Identities.unsigned());
    private final MailComposer signed = Settings.composer(Identities.composing());

    @Test
    void everyTextIsReadBackAsItWasWritten() throws IOException {
        for (var i = 0; i < MAILS; i++) {
            var name = text(80);
            var subject = text(200);
            var letter = ALetter.plain()
                    .from(name)
                    .to(name, "mp@mp.example")
                    .about(subject)
                    .saying(text(400));
            var octets = (i % SIGNED_EVERY == 0 ? signed : unsigned)
                    .compose(letter.mail())
                    .message();

            var message = parsed(octets);

            assertThat(message.getSubject()).isEqualTo(subject);
            assertThat(message.getFrom()).hasSize(1);
            assertThat(message.getFrom().getFirst().getName()).isEqualTo(name);
            assertThat(((Mailbox) message.getTo().getFirst()).getName()).isEqualTo(name);
            assertThat(((Mailbox) message.getReplyTo().getFirst()).getName()).isEqualTo(name);
            assertThat(((Mailbox) message.getReplyTo().getFirst()).getAddress()).isEqualTo("jane@example.org");
            keepsTheRules(new String(octets, StandardCharsets.ISO_8859_1));
            if (i % SIGNED_EVERY == 0) {
                assertThat(new DkimVerifier(Identities::keyRecord).verify(octets))
                        .extracting(DkimVerifier.Verdict::result)
                        .containsExactly("pass", "pass");
            }
        }
    }

    private static void keepsTheRules(String message) {
        assertThat(message).matches("(?s)[\r\n -~]*");
        assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
        var head = message.substring(0, message.indexOf("\r\n\r\n"));
        for (var line : head.split("\r\n")) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(78);
        }
    }

    /** Characters of every plane, more of those that mean something to mail, single spaces between words. */
    private String text(int longest) {
        var length = 1 + random.nextInt(longest);
        var out = new StringBuilder();
        while (out.length() < length) {
            var c = switch (random.nextInt(4)) {
                case 0 -> SPECIAL.codePointAt(random.nextInt(SPECIAL.length()));
                case 1 -> 0x20 + random.nextInt(0x60);
                case 2 -> random.nextInt(0x3000);
                default -> random.nextInt(0x110000);
            };
            if (c != '@'
                    && c != 0xFF20
                    && c != 0xFE6B
                    && Character.isDefined(c)
                    && HeaderText.isSafe(Character.toString(c))
                    && Character.getDirectionality(c) < Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING) {
                out.appendCodePoint(c);
            }
        }
        var text = out.toString().strip();
        return text.isBlank() ? "x" : text;
    }

    private static Message parsed(byte[] octets) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(octets));
    }
}
