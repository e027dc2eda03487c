package org.centrallobby.letter.webhook;

import java.util.UUID;
import org.centrallobby.letter.letter.LetterInvalidated;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;

/**
 * A letter that has taken a step, or was found to be nobody's.
 *
 * @param constituency the code of the writer's constituency
 * @param member Parliament's id of the MP
 */
record LetterData(UUID letter, UUID campaign, String constituency, int member, LetterState state) {
    static LetterData of(LetterStepTaken step) {
        return new LetterData(step.letter(), step.campaign(), step.constituency(), step.member(), step.to());
    }

    static LetterData of(LetterInvalidated invalidated) {
        return new LetterData(
                invalidated.letter(),
                invalidated.campaign(),
                invalidated.constituency(),
                invalidated.member(),
                invalidated.state());
    }
}
