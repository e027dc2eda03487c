package org.centrallobby.letter.page;

import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.comment.CommentInvitation;
import org.centrallobby.letter.comment.CommentState;
import org.centrallobby.letter.comment.OwnComment;
import org.centrallobby.letter.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The part of a writer's page that is about their comment.
 *
 * @param language of the page
 * @param page the address of the page
 * @param invitation null where they may not write one
 * @param own null where they have written none
 * @param typed what they typed and what was not taken
 */
record CommentBox(
        Language language,
        String page,
        @Nullable CommentInvitation invitation,
        @Nullable OwnComment own,
        String typed,
        Mistakes mistakes) {

    static CommentBox of(
            Language language, String page, String token, CommentDesk comments, String typed, Mistakes mistakes) {
        return new CommentBox(
                language,
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
            case PENDING -> language.say("comment.pending");
            case APPROVED -> language.say("comment.approved");
            case REPORTED -> language.say("comment.reported");
            case REJECTED -> rejection(own.rejectedFor());
            case WITHDRAWN -> language.say("comment.withdrawn");
        };
    }

    private String rejection(@Nullable CommentFault fault) {
        var decision = language.say("comment.rejected");
        return fault == null || fault == CommentFault.OTHER
                ? decision
                : decision + " " + language.say(fault.phrase()) + ".";
    }

    @Override
    public String toString() {
        return "CommentBox[***]";
    }
}
