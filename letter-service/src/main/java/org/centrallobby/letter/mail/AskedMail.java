package org.centrallobby.letter.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.supporter.Person;
import org.jspecify.annotations.Nullable;

/** A mail that the mail-service was asked for, by whom it concerns: always the writer of a letter. */
@Entity
class AskedMail {
    @Id
    private UUID mail;

    private UUID campaign;
    private @Nullable String mailbox;
    private @Nullable String person;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    private Instant askedAt;
    private @Nullable UUID erasure;

    @SuppressWarnings("NullAway.Init")
    protected AskedMail() {}

    AskedMail(UUID mail, UUID campaign, Person writer, MailKind kind, Instant now) {
        this.mail = mail;
        this.campaign = campaign;
        this.mailbox = writer.mailbox();
        this.person = writer.key();
        this.kind = kind;
        this.askedAt = now;
    }

    /** Forgets whom it concerns and waits for the mail-service to do the same. */
    void forget(UUID erasure) {
        this.mailbox = null;
        this.person = null;
        this.erasure = erasure;
    }

    UUID mail() {
        return mail;
    }

    UUID campaign() {
        return campaign;
    }

    @Nullable String person() {
        return person;
    }

    MailKind kind() {
        return kind;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** The erasure that waits for the mail-service's answer; null where none does. */
    @Nullable UUID erasure() {
        return erasure;
    }
}
