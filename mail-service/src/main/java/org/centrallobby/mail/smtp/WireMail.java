package org.centrallobby.mail.smtp;

import java.util.UUID;

/**
 * A mail as a server is given it.
 *
 * @param sender the envelope's sender
 * @param recipient the envelope's recipient
 * @param isOfAnotherDomain whether the envelope's sender is of an organisation's own domain, not of the platform's
 * @param needsSmtpUtf8 whether the recipient is outside US-ASCII
 * @param message the message, its lines ended by CRLF, dots not yet doubled
 */
record WireMail(
        UUID id, String sender, String recipient, boolean isOfAnotherDomain, boolean needsSmtpUtf8, byte[] message) {
    @Override
    public String toString() {
        return "WireMail[%s]".formatted(id);
    }
}
