package org.centrallobby.mail.smtp;

/** A server that takes our mails and carries them on. */
public interface Relay {
    /** Its name in the configuration, in metrics and in answers; "default" where there is but one. */
    String name();

    /** How large a share of the mails it gets beside the others, 1 to 100. */
    int weight();

    /** The most connections that this process may have to it at once. */
    int connections();

    /** The most mails that all replicas together may hand to it within any hour; 0 for no limit. */
    int hourlyCeiling();

    /** A connection for the calling thread; nothing is said to the server before the first mail. */
    RelayConnection connection();
}
