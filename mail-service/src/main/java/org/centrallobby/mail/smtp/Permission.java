package org.centrallobby.mail.smtp;

/**
 * Asked when the server has taken the recipient and before it is told of any content: until then a mail can be withheld
 * as if it had never been begun.
 */
@FunctionalInterface
public interface Permission {
    /** Whether the mail may be handed over now. It is asked once an attempt and may take as long as a commit does. */
    boolean toSend();
}
