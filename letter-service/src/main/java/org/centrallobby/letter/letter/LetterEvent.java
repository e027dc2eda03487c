package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of what happens in a letter's public life, {@code letter.v1}; ids and nothing personal.
 *
 * @param ownMailbox by what it is known that its writer has sent it themselves, said or copy; left out for another letter
 */
record LetterEvent(
        UUID letter,
        UUID campaign,
        UUID organisation,
        String constituency,
        int member,
        LetterState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ownMailbox,
        Instant at) {
    static LetterEvent of(Letter letter, Instant at) {
        return new LetterEvent(
                letter.id(),
                letter.campaign(),
                letter.organisation(),
                letter.constituency(),
                letter.member(),
                letter.state(),
                SentMark.of(letter.state(), letter.reason()),
                at);
    }
}
