package org.centrallobby.letter.mail;

/**
 * A finished mail's words.
 *
 * @param subject one line
 * @param text the whole mail, lines ended by LF
 */
public record MailWords(String subject, String text) {
    /** The same words, marked so that nobody takes them for a letter that went to Parliament. */
    MailWords asTest() {
        return new MailWords("[TEST] " + subject, text);
    }

    @Override
    public String toString() {
        return "MailWords[***]";
    }
}
