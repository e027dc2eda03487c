package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterInvalidated;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;
import org.jspecify.annotations.Nullable;

/**
 * A letter that has taken a step, or was found to be nobody's.
 *
 * @param constituency the code of the writer's constituency
 * @param member Parliament's id of the MP
 * @param ownMailbox by what it is known that its writer has sent it themselves, said or copy; left out for another letter
 */
record LetterData(
        UUID letter,
        UUID campaign,
        String constituency,
        int member,
        LetterState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ownMailbox) {
    static LetterData of(LetterStepTaken step) {
        return new LetterData(
                step.letter(), step.campaign(), step.constituency(), step.member(), step.to(), step.ownMailbox());
    }

    static LetterData of(LetterInvalidated invalidated) {
        return new LetterData(
                invalidated.letter(),
                invalidated.campaign(),
                invalidated.constituency(),
                invalidated.member(),
                invalidated.state(),
                invalidated.ownMailbox());
    }
}
