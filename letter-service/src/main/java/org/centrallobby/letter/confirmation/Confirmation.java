package org.centrallobby.letter.confirmation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.letter.Confirmations;
import org.jspecify.annotations.Nullable;

/** The question to a writer whether they stand by a letter. It holds hashes and times alone, so it may outlive the letter. */
@Entity
class Confirmation {
    static final int ATTEMPTS = 5;

    /** Also the id of a letter that was never kept: it answers to codes like any other. */
    @Id
    private UUID letter;

    private String codeHash;
    private int attemptsLeft;
    private Instant askedAt;
    private Instant expiresAt;
    private @Nullable Instant remindedAt;
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Confirmation() {}

    Confirmation(UUID letter, ConfirmationCode code, Instant askedAt, Instant expiresAt) {
        this.letter = letter;
        this.codeHash = code.hash(letter);
        this.attemptsLeft = ATTEMPTS;
        this.askedAt = askedAt;
        this.expiresAt = expiresAt;
    }

    /** Whether this is the code; uses up an attempt if it is not, and is never true again once all are used up. */
    boolean accepts(ConfirmationCode code) {
        if (attemptsLeft == 0) {
            return false;
        }
        if (MessageDigest.isEqual(ascii(codeHash), ascii(code.hash(letter)))) {
            return true;
        }
        attemptsLeft--;
        return false;
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    void confirmed(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    boolean isExpired(Instant now) {
        return confirmedAt == null && !expiresAt.isAfter(now);
    }

    Confirmations.Asked asked() {
        return new Confirmations.Asked(askedAt, expiresAt, remindedAt, confirmedAt);
    }

    UUID letter() {
        return letter;
    }

    int attemptsLeft() {
        return attemptsLeft;
    }

    private static byte[] ascii(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
