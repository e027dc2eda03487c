package org.centrallobby.mail.identity;

/**
 * As whom a mail is sent is not known at present, as the database is away: no fault of the mail, which can be written when
 * the database is back.
 */
public final class IdentityUnknown extends RuntimeException {
    IdentityUnknown(Throwable cause) {
        super("The database does not say at present whether an organisation's domain may send", cause);
    }
}
