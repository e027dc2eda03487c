package org.centrallobby.mail.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** A mail as it fares; what it says stands in another table. It is changed by statements that ask in the same breath who holds it. */
@Entity
@Table(name = "mail")
class Mail {
    @Id
    private UUID id;

    private String kind;
    private UUID organisation;
    private UUID campaign;
    private @Nullable UUID mailbox;
    private Instant expiresAt;
    private String messageId;
    private String state;
    private Instant nextAt;
    private int attempts;
    private boolean perhapsSent;
    private @Nullable Integer lastCode;
    private @Nullable String lastEnhanced;
    private @Nullable String lastReply;
    private Instant queuedAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    UUID id() {
        return id;
    }

    MailKind kind() {
        return MailKind.of(kind);
    }

    UUID organisation() {
        return organisation;
    }

    UUID campaign() {
        return campaign;
    }

    /** The recipient's; null once the mail is erased. */
    @Nullable UUID mailbox() {
        return mailbox;
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

    /** Whether the relay may have it: at some attempt it had all of it and never answered. */
    boolean isPerhapsSent() {
        return perhapsSent;
    }

    /** What was said last; null before the first attempt. */
    @Nullable Reply lastReply() {
        return lastReply == null ? null : new Reply(lastCode, lastEnhanced, lastReply);
    }

    @Override
    public String toString() {
        return "Mail[%s, %s]".formatted(id, state);
    }
}
