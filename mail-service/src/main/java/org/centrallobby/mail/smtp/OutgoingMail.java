package org.centrallobby.mail.smtp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished mail for one recipient.
 *
 * @param messageId with its angle brackets, the same at every attempt
 * @param composedAt becomes the Date
 * @param replyTo where an answer goes; null where there is nobody to answer
 * @param automatic whether a machine wrote it (RFC 3834)
 */
public record OutgoingMail(
        String messageId,
        Instant composedAt,
        String fromName,
        @Nullable Correspondent replyTo,
        Correspondent to,
        String subject,
        String text,
        boolean automatic,
        String campaignSlug,
        String campaignTitle) {

    /** Whether an address of it can be written only by servers that know SMTPUTF8. */
    public boolean needsSmtpUtf8() {
        return to.address().needsSmtpUtf8()
                || (replyTo != null && replyTo.address().needsSmtpUtf8());
    }

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "OutgoingMail[%s]".formatted(messageId);
    }
}
