package org.centrallobby.mail.smtp;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a mail came before the answer that decided. */
public enum Phase {
    /** Connecting, greeting, encryption, login. */
    CONNECT,
    /** The envelope's sender. */
    MAIL,
    /** The envelope's recipient. */
    RECIPIENT,
    /** The announcement of the mail and its bytes. */
    DATA,
    /** The whole mail was handed over: without an answer nobody knows whether it was taken. */
    END_OF_DATA;

    /** The word that answers and metrics use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
