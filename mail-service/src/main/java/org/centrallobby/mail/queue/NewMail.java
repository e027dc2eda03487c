package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.report.MailKind;
import org.jspecify.annotations.Nullable;

/** A mail that shall be sent, every value of it checked. */
public record NewMail(
        UUID id,
        MailKind kind,
        UUID campaignId,
        String campaignSlug,
        String campaignTitle,
        String fromName,
        @Nullable Correspondent replyTo,
        Correspondent to,
        String subject,
        String text,
        boolean automatic,
        Instant composedAt,
        Instant expiresAt) {

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "NewMail[%s]".formatted(id);
    }
}
