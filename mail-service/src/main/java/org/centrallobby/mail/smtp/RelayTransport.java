package org.centrallobby.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One SMTP conversation. The library greets, encrypts, logs in and stuffs dots; the commands of a mail are given one by
 * one, so that it is always known how far it came and what the server said last.
 */
class RelayTransport extends SMTPTransport {
    private Phase phase = Phase.CONNECT;

    RelayTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Hands over one mail. After anything but an acceptance or a refusal of the mail the connection is of no more use. */
    synchronized Delivery deliver(String sender, String recipient, byte[] message, Permission permission) {
        try {
            phase = Phase.MAIL;
            if (simpleCommand("MAIL FROM:<%s>".formatted(sender)) / 100 != 2) {
                return answered();
            }
            phase = Phase.RECIPIENT;
            if (simpleCommand("RCPT TO:<%s>".formatted(recipient)) / 100 != 2) {
                return answered();
            }
            if (!permission.toSend()) {
                return Delivery.withheld();
            }
            phase = Phase.DATA;
            var out = data();
            out.write(message);
            out.flush();
            phase = Phase.END_OF_DATA;
            finishData();
            return answered();
        } catch (SMTPSendFailedException e) {
            // Only DATA and the end of the data are commands of the library that throw for an unwelcome answer.
            return e.getReturnCode() < 0 ? broken() : answered();
        } catch (MessagingException | IOException e) {
            return broken();
        }
    }

    /** Forgets a mail that was refused half-way; false where the server does not. */
    synchronized boolean reset() {
        try {
            return simpleCommand("RSET") / 100 == 2;
        } catch (MessagingException e) {
            return false;
        }
    }

    private Delivery answered() {
        return getLastReturnCode() < 0
                ? broken()
                : Delivery.answered(phase, Reply.of(getLastReturnCode(), getLastServerResponse()));
    }

    private Delivery broken() {
        return Delivery.broken(
                phase,
                Reply.none(
                        phase == Phase.END_OF_DATA
                                ? "The relay had the whole mail and did not say whether it takes it"
                                : "The connection to the relay broke off"));
    }
}
