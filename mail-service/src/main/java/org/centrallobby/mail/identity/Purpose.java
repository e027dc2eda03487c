package org.centrallobby.mail.identity;

/** What a token is for; each has a key of its own, so that none can be used for another. */
public enum Purpose {
    /** The envelope's sender: what comes there is a bounce, a delay or an automatic answer (RFC 3834, section 4). */
    BOUNCE('b'),
    /** The address in From: what comes there is somebody's answer to the mail. */
    REPLY('r'),
    /** The address behind List-Unsubscribe (RFC 8058). */
    UNSUBSCRIBE('u');

    private final char prefix;

    Purpose(char prefix) {
        this.prefix = prefix;
    }

    /** The first character of every token of it. */
    char prefix() {
        return prefix;
    }
}
