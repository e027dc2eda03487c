package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;

/** The data of what happens in a letter's public life, {@code letter.v1}; ids and nothing personal. */
record LetterEvent(
        UUID letter, UUID campaign, UUID organisation, String constituency, int member, LetterState state, Instant at) {
    static LetterEvent of(Letter letter, Instant at) {
        return new LetterEvent(
                letter.id(),
                letter.campaign(),
                letter.organisation(),
                letter.constituency(),
                letter.member(),
                letter.state(),
                at);
    }
}
