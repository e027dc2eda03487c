package org.centrallobby.letter.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of {@code org.centrallobby.mail.requested.v1}: one finished mail. */
record MailRequest(
        UUID mail,
        MailKind kind,
        CampaignRef campaign,
        Sender from,
        @Nullable Address replyTo,
        Address to,
        String subject,
        String text,
        boolean automatic,
        Instant composedAt,
        Instant expiresAt) {

    record CampaignRef(UUID id, String slug, String title, UUID organisation) {}

    record Sender(String name, @Nullable String domain) {
        @Override
        public String toString() {
            return "Sender[***]";
        }
    }

    record Address(@Nullable String name, String address) {
        @Override
        public String toString() {
            return "Address[***]";
        }
    }

    @Override
    public String toString() {
        return "MailRequest[mail=%s, kind=%s]".formatted(mail, kind);
    }
}
