package org.centrallobby.letter.comment;

/**
 * That a writer may say something in public.
 *
 * @param shownName as which they would be shown
 * @param constituency the name of where they live, which is shown with it
 */
public record CommentInvitation(String shownName, String constituency) {
    @Override
    public String toString() {
        return "CommentInvitation[***]";
    }
}
