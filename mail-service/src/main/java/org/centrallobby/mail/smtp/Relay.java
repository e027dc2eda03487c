package org.centrallobby.mail.smtp;

/** The server that takes our mails and carries them on. */
public interface Relay {
    /** A connection for the calling thread; nothing is said to the server before the first mail. */
    RelayConnection connection();
}
