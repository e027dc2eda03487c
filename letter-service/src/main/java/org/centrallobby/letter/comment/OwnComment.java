package org.centrallobby.letter.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its writer sees it.
 *
 * @param text null once it is erased
 * @param rejectedFor null unless it is rejected
 */
public record OwnComment(
        UUID id,
        CommentState state,
        @Nullable String shownName,
        @Nullable String text,
        @Nullable CommentFault rejectedFor) {
    static OwnComment of(Comment comment) {
        return new OwnComment(
                comment.id(), comment.state(), comment.shownName(), comment.text(), comment.rejectedFor());
    }

    @Override
    public String toString() {
        return "OwnComment[%s]".formatted(id);
    }
}
