package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A letter has just been found to be nobody's, whatever its state. Fired as a CDI event inside the transaction in which that
 * is noted, behind the step that it may have led to. Nothing personal is in it.
 *
 * @param state in which the letter is now
 * @param ownMailbox by what it is known that its writer has sent it themselves, said or copy; null for another letter
 */
public record LetterInvalidated(
        UUID letter,
        UUID campaign,
        UUID organisation,
        Mode mode,
        String constituency,
        int member,
        LetterState state,
        @Nullable String ownMailbox,
        Instant at) {
    static LetterInvalidated of(Letter letter, Instant at) {
        return new LetterInvalidated(
                letter.id(),
                letter.campaign(),
                letter.organisation(),
                letter.mode(),
                letter.constituency(),
                letter.member(),
                letter.state(),
                SentMark.of(letter.state(), letter.reason()),
                at);
    }
}
