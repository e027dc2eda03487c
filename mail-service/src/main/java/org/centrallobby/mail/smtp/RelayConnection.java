package org.centrallobby.mail.smtp;

/** A connection that stays open between mails; for one thread. */
public interface RelayConnection extends AutoCloseable {
    /** Hands over one mail, over a fresh connection where the present one is worn out or gone. Never throws for what a server does. */
    Delivery send(OutgoingMail mail, Permission permission);

    /** Lets go of a connection that has had nothing to do for too long. */
    void closeIfIdle();

    @Override
    void close();
}
