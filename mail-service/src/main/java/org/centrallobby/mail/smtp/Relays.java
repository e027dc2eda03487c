package org.centrallobby.mail.smtp;

import java.util.List;

/** All servers that take our mails. */
public interface Relays {
    /** At least one; the same list for as long as the process lives. */
    List<Relay> all();
}
