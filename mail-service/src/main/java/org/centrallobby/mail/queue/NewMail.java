package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.pacing.Lane;
import org.centrallobby.mail.report.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A mail that shall be sent, every value of it checked.
 *
 * @param organisation on whose behalf it goes
 * @param sendingDomain the organisation's own domain, where it asks for one
 * @param traceparent the work that asked for it; null where that is part of no trace
 */
public record NewMail(
        UUID id,
        MailKind kind,
        UUID organisation,
        UUID campaign,
        String campaignSlug,
        String campaignTitle,
        String fromName,
        @Nullable String sendingDomain,
        @Nullable Correspondent replyTo,
        Correspondent to,
        String subject,
        String text,
        boolean automatic,
        Instant composedAt,
        Instant expiresAt,
        @Nullable String traceparent) {

    /** Where it waits for its turn. */
    Lane lane() {
        return new Lane(
                organisation,
                campaign,
                kind.isUrgent(),
                to.address().domain().toLowerCase(Locale.ROOT),
                kind == MailKind.LETTER ? to.address().mailbox() : null);
    }

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "NewMail[%s]".formatted(id);
    }
}
