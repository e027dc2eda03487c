package org.centrallobby.letter.message;

/**
 * Words ready to be shown or sent, taken as they are: nothing in them is a merge field any more.
 *
 * @param subject one line of at most 150 characters
 * @param body plain text; a blank line ends a paragraph
 */
public record Wording(String subject, String body) {
    /** The words may be a supporter's own. */
    @Override
    public String toString() {
        return "Wording[%d characters]".formatted(subject.length() + body.length());
    }
}
