package org.centrallobby.letter.ownmailbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.letter.Token;
import org.jspecify.annotations.Nullable;

/** That a letter was given to its writer to send. It holds a hash and times alone, so it may outlive the letter. */
@Entity
class Handover {
    /** Also the id of a letter that was never kept: it answers like any other. */
    @Id
    private UUID letter;

    private String tokenHash;
    private Instant expiresAt;
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Handover() {}

    Handover(UUID letter, Token token, Instant expiresAt) {
        this.letter = letter;
        this.tokenHash = token.hash();
        this.expiresAt = expiresAt;
    }

    boolean opensWith(String token) {
        return MessageDigest.isEqual(
                tokenHash.getBytes(StandardCharsets.US_ASCII),
                new Token(token).hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** It is learned that the letter was sent, whichever way; false where that comes too late to count. */
    boolean sent(Instant now) {
        if (sentAt == null && expiresAt.isAfter(now)) {
            sentAt = now;
        }
        return sentAt != null;
    }

    UUID letter() {
        return letter;
    }
}
