package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;

/**
 * Knows writers whose letters stand: confirmed by mail, neither taken back nor found to be nobody's nor forgotten. Who sends a
 * letter themselves has not shown that the address is theirs.
 */
@ApplicationScoped
public class LetterWriters {
    private final Letters letters;

    LetterWriters(Letters letters) {
        this.letters = letters;
    }

    /** The writer of the letter whose private page this token opens. */
    @Transactional
    public Optional<LetterWriter> ofPage(String token) {
        return letters.byPageToken(new Token(token).hash()).flatMap(LetterWriters::standing);
    }

    /** The writer of the letter of that id; the caller has found out that it is they who ask. */
    @Transactional
    public Optional<LetterWriter> of(UUID letter) {
        return letters.findByIdOptional(letter).flatMap(LetterWriters::standing);
    }

    /** The same, and no letter is taken back or forgotten before this transaction has ended. */
    @Transactional
    public Optional<LetterWriter> held(UUID letter) {
        return letters.findByIdOptional(letter).map(letters::hold).flatMap(LetterWriters::standing);
    }

    private static Optional<LetterWriter> standing(Letter letter) {
        var writer = letter.writer();
        return letter.confirmedAt() == null
                        || letter.way() == Way.OWN_MAILBOX
                        || letter.state() == LetterState.RECALLED
                        || letter.invalidatedAt() != null
                        || writer == null
                ? Optional.empty()
                : Optional.of(new LetterWriter(
                        letter.id(),
                        letter.campaign(),
                        new Tenant(letter.organisation(), letter.mode()),
                        letter.constituency(),
                        letter.constituencyName(),
                        writer.name()));
    }
}
