package org.centrallobby.mail.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
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
    private @Nullable String relay;
    private @Nullable Integer tookMillis;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

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

    @Nullable String relay() {
        return relay;
    }

    @Nullable Integer tookMillis() {
        return tookMillis;
    }

    Reply reply() {
        return new Reply(code, enhanced, reply);
    }
}
