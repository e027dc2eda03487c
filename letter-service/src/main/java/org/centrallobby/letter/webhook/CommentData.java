package org.centrallobby.letter.webhook;

import java.util.UUID;
import org.centrallobby.letter.comment.CommentStepTaken;

/** A comment that waits to be read before anybody sees it. */
record CommentData(UUID comment, UUID letter, UUID campaign) {
    static CommentData of(CommentStepTaken step) {
        return new CommentData(step.comment(), step.letter(), step.campaign());
    }
}
