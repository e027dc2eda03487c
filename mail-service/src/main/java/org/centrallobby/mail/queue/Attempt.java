package org.centrallobby.mail.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How one attempt went. */
@Entity
@Immutable
@Table(name = "attempt")
@IdClass(Attempt.Key.class)
class Attempt {
    /** A mail's attempts count from 1. */
    record Key(UUID mail, int number) {}

    @Id
    private UUID mail;

    @Id
    private int number;

    private UUID sender;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private @Nullable Integer code;
    private @Nullable String enhanced;
    private String reply;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    Attempt(UUID mail, int number, UUID sender, Instant at, Delivery delivery) {
        this.mail = mail;
        this.number = number;
        this.sender = sender;
        this.at = at;
        this.verdict = delivery.verdict();
        this.phase = delivery.phase();
        this.code = delivery.reply().code();
        this.enhanced = delivery.reply().enhanced();
        this.reply = delivery.reply().text();
    }

    int number() {
        return number;
    }

    Instant at() {
        return at;
    }

    Verdict verdict() {
        return verdict;
    }

    Phase phase() {
        return phase;
    }

    Reply reply() {
        return new Reply(code, enhanced, reply);
    }
}
