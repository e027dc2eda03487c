package org.centrallobby.mail.smtp;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a mail was not taken, as far as the answer tells. */
public enum Cause {
    /** Nothing was refused. */
    NONE,
    /** There is no such mailbox. */
    MAILBOX_UNKNOWN,
    /** The mailbox was closed or takes no mail at present. */
    MAILBOX_DISABLED,
    /** The mailbox is full. */
    MAILBOX_FULL,
    /** The domain does not exist, takes no mail (RFC 7505) or cannot be found. */
    DOMAIN_UNKNOWN,
    /** The mail is larger than the server or the mailbox takes. */
    TOO_LARGE,
    /** Strangers are asked to come again (RFC 6647). */
    GREYLISTED,
    /** Too much at a time: from us, or for the mailbox. */
    RATE_LIMITED,
    /** The sender is on a list, or its reputation is poor. */
    BLOCKED,
    /** SPF, DKIM, DMARC or the sender's own DNS were found wanting. */
    UNAUTHENTICATED,
    /** A rule of the receiver's forbids it. */
    POLICY,
    /** What the mail says was taken for spam, a virus or a broken message. */
    CONTENT,
    /** An address has letters that the server cannot be given (RFC 6531). */
    ADDRESS_NOT_CARRIED,
    /** A loop, or no way to the destination. */
    ROUTE,
    /** The account at the relay was refused, or is needed. */
    LOGIN,
    /** The server has a trouble of its own. */
    RELAY_TROUBLE,
    /** No answer came. */
    UNANSWERED,
    /** The answer does not say. */
    UNKNOWN;

    /** Whether it is a matter of the mailbox, not of the sender, the mail or the servers. */
    public boolean isOfTheRecipient() {
        return switch (this) {
            case MAILBOX_UNKNOWN, MAILBOX_DISABLED, MAILBOX_FULL, DOMAIN_UNKNOWN -> true;
            default -> false;
        };
    }

    /** The word that answers and metrics use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
