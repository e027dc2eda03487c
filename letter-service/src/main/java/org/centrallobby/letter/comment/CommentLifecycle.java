package org.centrallobby.letter.comment;

import static org.centrallobby.letter.comment.CommentState.APPROVED;
import static org.centrallobby.letter.comment.CommentState.PENDING;
import static org.centrallobby.letter.comment.CommentState.REJECTED;
import static org.centrallobby.letter.comment.CommentState.REPORTED;
import static org.centrallobby.letter.comment.CommentState.WITHDRAWN;

import java.util.List;

/** Every step a comment may take. There is none from {@code pending} to the public that a person has not taken. */
final class CommentLifecycle {
    private static final List<Step> STEPS = List.of(
            new Step(PENDING, APPROVED),
            new Step(PENDING, REJECTED),
            new Step(PENDING, WITHDRAWN),
            new Step(APPROVED, REPORTED),
            new Step(APPROVED, REJECTED),
            new Step(APPROVED, WITHDRAWN),
            new Step(REPORTED, APPROVED),
            new Step(REPORTED, REJECTED),
            new Step(REPORTED, WITHDRAWN),
            new Step(REJECTED, WITHDRAWN));

    record Step(CommentState from, CommentState to) {}

    private CommentLifecycle() {}

    static boolean allows(CommentState from, CommentState to) {
        return STEPS.contains(new Step(from, to));
    }
}
