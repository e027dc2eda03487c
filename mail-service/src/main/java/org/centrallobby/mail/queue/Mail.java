package org.centrallobby.mail.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.OutgoingMail;
import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** A mail as it was read. Changes are made by the statements of {@link Mails}, which ask in the same breath who holds it. */
@Entity
@Table(name = "mail")
class Mail {
    @Id
    private UUID id;

    private String kind;
    private UUID campaignId;
    private String campaignSlug;
    private String campaignTitle;
    private @Nullable String fromName;
    private @Nullable String replyToName;
    private @Nullable String replyToAddress;
    private @Nullable String toName;
    private @Nullable String toAddress;
    private @Nullable String subject;

    @Column(name = "text")
    private @Nullable String text;

    private boolean automatic;
    private Instant composedAt;
    private Instant expiresAt;
    private String messageId;
    private String state;
    private Instant nextAt;
    private int attempts;
    private @Nullable UUID claimedBy;
    private boolean recallAsked;
    private boolean perhapsSent;
    private @Nullable Integer lastCode;
    private @Nullable String lastEnhanced;
    private @Nullable String lastReply;
    private Instant queuedAt;
    private Instant changedAt;
    private @Nullable Instant erasedAt;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    UUID id() {
        return id;
    }

    MailKind kind() {
        return MailKind.of(kind);
    }

    UUID campaignId() {
        return campaignId;
    }

    MailState state() {
        return MailState.of(state);
    }

    int attempts() {
        return attempts;
    }

    String messageId() {
        return messageId;
    }

    Instant composedAt() {
        return composedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant nextAt() {
        return nextAt;
    }

    @Nullable UUID claimedBy() {
        return claimedBy;
    }

    boolean isRecallAsked() {
        return recallAsked;
    }

    /** Whether the relay may have it: at some attempt it had all of it and never answered. */
    boolean isPerhapsSent() {
        return perhapsSent;
    }

    /** What the relay said at the last attempt; null before the first. */
    @Nullable Reply lastReply() {
        return lastReply == null ? null : new Reply(lastCode, lastEnhanced, lastReply);
    }

    /** What is handed to the relay; only for a mail that has not been erased. */
    OutgoingMail outgoing() {
        return new OutgoingMail(
                id,
                campaignId,
                null,
                messageId,
                composedAt,
                Objects.requireNonNull(fromName),
                replyToAddress == null ? null : new Correspondent(replyToName, EmailAddress.parse(replyToAddress)),
                new Correspondent(toName, EmailAddress.parse(Objects.requireNonNull(toAddress))),
                Objects.requireNonNull(subject),
                Objects.requireNonNull(text),
                automatic,
                false,
                campaignSlug,
                campaignTitle);
    }

    @Override
    public String toString() {
        return "Mail[%s, %s]".formatted(id, state);
    }
}
