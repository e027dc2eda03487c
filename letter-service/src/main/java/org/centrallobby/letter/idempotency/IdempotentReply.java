package org.centrallobby.letter.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.time.Instant;

/** A reply that was given, sealed, until the time in which it may be asked for again has passed. */
@Entity
class IdempotentReply {
    @Id
    private String scope;

    private byte[] fingerprint;
    private byte[] sealed;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected IdempotentReply() {}

    IdempotentReply(String scope, byte[] fingerprint, byte[] sealed, Instant expiresAt) {
        this.scope = scope;
        this.fingerprint = fingerprint.clone();
        this.sealed = sealed.clone();
        this.expiresAt = expiresAt;
    }

    boolean isAnswerTo(byte[] fingerprint) {
        return MessageDigest.isEqual(this.fingerprint, fingerprint);
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    String scope() {
        return scope;
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    Instant expiresAt() {
        return expiresAt;
    }

    byte[] sealed() {
        return sealed.clone();
    }
}
