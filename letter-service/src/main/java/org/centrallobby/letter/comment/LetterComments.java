package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterInvalidated;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;

/** A comment goes with the letter it belongs to, in the same transaction. */
@ApplicationScoped
class LetterComments {
    private final Comments comments;
    private final CommentSteps steps;

    LetterComments(Comments comments, CommentSteps steps) {
        this.comments = comments;
        this.steps = steps;
    }

    void follow(@Observes LetterStepTaken step) {
        if (step.to() == LetterState.RECALLED) {
            takeOff(step.letter());
        }
    }

    void follow(@Observes LetterInvalidated invalidated) {
        takeOff(invalidated.letter());
    }

    private void takeOff(UUID letter) {
        comments.lockedOfLetter(letter).ifPresent(comment -> steps.take(comment, CommentState.WITHDRAWN, null));
    }
}
