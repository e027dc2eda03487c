package org.centrallobby.mail.smtp;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.jspecify.annotations.Nullable;

/**
 * A finished mail for one recipient.
 *
 * @param id the mail's id; the token in its addresses is made of it
 * @param organisation on whose behalf it goes
 * @param sendingDomain the organisation's own domain, where it asks for one; it is used only where it is registered and
 *     its records are right
 * @param messageId with its angle brackets, the same at every attempt
 * @param composedAt becomes the Date
 * @param replyTo where an answer goes; null where there is nobody to answer. Where the head cannot name it, it stands below
 *     the text, and an answer comes to From, whence it is passed on
 * @param automatic whether a machine wrote it (RFC 3834)
 * @param unsubscribable whether it is neither a letter nor transactional: then it can be unsubscribed from with one click
 *     (RFC 8058)
 */
public record OutgoingMail(
        UUID id,
        UUID organisation,
        @Nullable String sendingDomain,
        String messageId,
        Instant composedAt,
        String fromName,
        @Nullable Correspondent replyTo,
        Correspondent to,
        String subject,
        String text,
        boolean automatic,
        boolean unsubscribable,
        String campaignSlug,
        String campaignTitle) {

    /** Whether it is for an address that only servers can be given that know SMTPUTF8. */
    public boolean needsSmtpUtf8() {
        return to.address().needsSmtpUtf8();
    }

    /**
     * Whether its head can name where an answer goes. It cannot where that address has letters outside US-ASCII before its
     * sign: nothing encodes them (RFC 2047, section 5), and a mail whose head has them is refused by the first server on its
     * way, ours or one behind it, that does not know SMTPUTF8 (RFC 6531). A letter must arrive before it can be answered.
     */
    boolean namesReplyTo() {
        return replyTo != null && !replyTo.address().needsSmtpUtf8();
    }

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "OutgoingMail[%s]".formatted(messageId);
    }
}
