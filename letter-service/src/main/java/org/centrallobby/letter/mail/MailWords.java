package org.centrallobby.letter.mail;

/**
 * A finished mail's words.
 *
 * @param subject one line
 * @param text the whole mail, lines ended by LF
 */
public record MailWords(String subject, String text) {
    @Override
    public String toString() {
        return "MailWords[***]";
    }
}
