package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks writers whether they stand by their letters. */
public interface Confirmations {
    /** Opens the question for a letter and mails it to the writer. */
    void ask(UnconfirmedLetter letter);

    /** What was asked about a letter; empty where nothing is known of it any more. */
    Optional<Asked> about(UUID letter);

    /** Forgets the question about a letter, and its links. */
    void forget(UUID letter);

    /** Of how many of these letters a question is kept. */
    long count(Collection<UUID> letters);

    /**
     * A question.
     *
     * @param remindedAt null where that was not done
     * @param confirmedAt null where they have not
     */
    record Asked(
            Instant askedAt,
            Instant expiresAt,
            @Nullable Instant remindedAt,
            @Nullable Instant confirmedAt) {}

    /** Leaves an id behind that answers to codes as a letter's would, so that nobody learns which letters there are. */
    void pretend(UUID letter);
}
