package org.centrallobby.letter.confirmation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.centrallobby.letter.letter.Token;

/** A link that was mailed to a writer, as the hash of its token; a reminder carries another one, and both work. */
@Entity
class ConfirmationLink {
    @Id
    private String tokenHash;

    private UUID letter;

    @SuppressWarnings("NullAway.Init")
    protected ConfirmationLink() {}

    ConfirmationLink(Token token, UUID letter) {
        this.tokenHash = token.hash();
        this.letter = letter;
    }

    UUID letter() {
        return letter;
    }
}
