package org.centrallobby.letter.page;

import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.comment.CommentInvitation;
import org.centrallobby.letter.comment.CommentState;
import org.centrallobby.letter.comment.OwnComment;
import org.jspecify.annotations.Nullable;

/**
 * The part of a writer's page that is about their comment.
 *
 * @param page the address of the page
 * @param invitation null where they may not write one
 * @param own null where they have written none
 * @param typed what they typed and what was not taken
 */
record CommentBox(
        String page,
        @Nullable CommentInvitation invitation,
        @Nullable OwnComment own,
        String typed,
        Mistakes mistakes) {

    static CommentBox of(String page, String token, CommentDesk comments, String typed, Mistakes mistakes) {
        return new CommentBox(
                page,
                comments.invitation(token).orElse(null),
                comments.ofWriter(token).orElse(null),
                typed,
                mistakes);
    }

    public boolean isWithdrawable() {
        return own != null && own.state() != CommentState.WITHDRAWN && own.state() != CommentState.REJECTED;
    }

    /** How the comment stands, a sentence. */
    public String status() {
        if (own == null) {
            return "";
        }
        return switch (own.state()) {
            case PENDING -> "It waits for the organisation to read it. Nobody sees it before that.";
            case APPROVED -> "It stands on the campaign’s page.";
            case REPORTED ->
                "Readers have complained about it. It is hidden until the organisation has looked at it again.";
            case REJECTED -> rejection(own.rejectedFor());
            case WITHDRAWN -> "It was taken back. Nobody sees it any more.";
        };
    }

    private static String rejection(@Nullable CommentFault fault) {
        var decision = "The organisation has decided not to show it.";
        return fault == null || fault == CommentFault.OTHER ? decision : decision + " " + fault.words() + ".";
    }

    @Override
    public String toString() {
        return "CommentBox[***]";
    }
}
