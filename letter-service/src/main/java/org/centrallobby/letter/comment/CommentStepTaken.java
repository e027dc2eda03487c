package org.centrallobby.letter.comment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that a comment has just taken. Fired as a CDI event inside the transaction of the step, so that what an observer
 * writes is committed with it or not at all. Nothing personal is in it.
 *
 * @param from null for a comment that was just written
 */
public record CommentStepTaken(
        UUID comment,
        UUID letter,
        UUID campaign,
        UUID organisation,
        @Nullable CommentState from,
        CommentState to,
        Instant at) {
    static CommentStepTaken of(Comment comment, @Nullable CommentState from) {
        return new CommentStepTaken(
                comment.id(),
                comment.letter(),
                comment.campaign(),
                comment.organisation(),
                from,
                comment.state(),
                comment.stateSince());
    }
}
