package org.centrallobby.mail.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.OutgoingMail;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;

/** What a mail says and between whom, as it stands in the database. */
record Content(
        String messageId,
        String campaignSlug,
        String campaignTitle,
        String fromName,
        @Nullable String sendingDomain,
        @Nullable String replyToName,
        @Nullable String replyToAddress,
        @Nullable String toName,
        String toAddress,
        String subject,
        String text,
        boolean automatic,
        Instant composedAt,
        @Nullable String traceparent) {

    static Content of(ResultSet row) throws SQLException {
        return new Content(
                row.getString("message_id"),
                row.getString("campaign_slug"),
                row.getString("campaign_title"),
                row.getString("from_name"),
                row.getString("sending_domain"),
                row.getString("reply_to_name"),
                row.getString("reply_to_address"),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("subject"),
                row.getString("text"),
                row.getBoolean("automatic"),
                Database.moment(row, "composed_at"),
                row.getString("traceparent"));
    }

    /** What is handed to the relay. */
    OutgoingMail outgoing(UUID mail, MailKind kind, UUID organisation) {
        return new OutgoingMail(
                mail,
                organisation,
                sendingDomain,
                messageId,
                composedAt,
                fromName,
                writer(),
                new Correspondent(toName, EmailAddress.parse(toAddress)),
                subject,
                text,
                automatic,
                kind == MailKind.UPDATE,
                campaignSlug,
                campaignTitle);
    }

    /** Who gets the answers; null where nobody does. */
    @Nullable Correspondent writer() {
        return replyToAddress == null ? null : new Correspondent(replyToName, EmailAddress.parse(replyToAddress));
    }

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "Content[%s]".formatted(messageId);
    }
}
