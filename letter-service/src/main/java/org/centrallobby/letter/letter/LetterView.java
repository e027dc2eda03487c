package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its organisation sees it.
 *
 * @param constituency its GSS code
 * @param stateSince when it came into its state
 * @param confirmedAt null until its writer confirms it
 */
record LetterView(
        UUID id,
        UUID campaign,
        String constituency,
        LetterState state,
        Instant writtenAt,
        @Nullable Instant confirmedAt,
        Instant stateSince) {
    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id(),
                letter.campaign(),
                letter.constituency(),
                letter.state(),
                letter.writtenAt(),
                letter.confirmedAt(),
                letter.stateSince());
    }
}
