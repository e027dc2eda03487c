package org.centrallobby.testbed;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came over the wire.
 *
 * @param number counts the mails of a mailbox from 1, in the order of their arrival
 * @param sender the envelope's sender; empty for a bounce
 * @param recipient the envelope's recipient
 * @param bytes the message from its first header to its last line, dots unstuffed and otherwise untouched
 */
public record ReceivedMail(int number, Instant receivedAt, String sender, String recipient, byte[] bytes) {

    /** The decoded value of a header, or null where the mail has none of that name. */
    public @Nullable String header(String name) {
        try {
            var value = parsed().getHeader(name, null);
            return value == null
                    ? null
                    : jakarta.mail.internet.MimeUtility.decodeText(jakarta.mail.internet.MimeUtility.unfold(value));
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("Header %s of mail %d cannot be read".formatted(name, number), e);
        }
    }

    /** The decoded subject; empty where there is none. */
    public String subject() {
        var subject = header("Subject");
        return subject == null ? "" : subject;
    }

    /** The decoded text, with LF line ends. */
    public String text() {
        try {
            return String.valueOf(parsed().getContent()).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The text of mail %d cannot be read".formatted(number), e);
        }
    }

    private MimeMessage parsed() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    @Override
    public String toString() {
        return "ReceivedMail[%d, %d bytes]".formatted(number, bytes.length);
    }
}
