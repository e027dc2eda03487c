package org.centrallobby.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.function.Supplier;
import org.centrallobby.mail.address.EmailAddress;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens, keeps and gives up the connection of one worker. */
class SmtpConnection implements RelayConnection {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final int CLOSING = 421;
    private static final Reply NEEDS_SMTPUTF8 =
            new Reply(null, "5.6.7", "An address of the mail has letters that the relay cannot be given");

    private final Supplier<RelayTransport> transports;
    private final SmtpConfig config;
    private final MailComposer composer;
    private final String envelopeSender;
    private @Nullable RelayTransport open;
    private int mailsSent;
    private long usedAt;

    SmtpConnection(Supplier<RelayTransport> transports, SmtpConfig config, MailComposer composer) {
        this.transports = transports;
        this.config = config;
        this.composer = composer;
        this.envelopeSender = EmailAddress.parse(config.envelopeSender()).wire();
    }

    @Override
    public Delivery send(OutgoingMail mail, Permission permission) {
        if (mail.needsSmtpUtf8()) {
            return new Delivery(Verdict.REFUSED, Phase.RECIPIENT, NEEDS_SMTPUTF8);
        }
        var message = composer.compose(mail);
        var recipient = mail.to().address().wire();
        closeIfIdle();
        if (mailsSent >= config.mailsPerConnection()) {
            close();
        }
        var reused = open != null;
        var delivery = attempt(recipient, message, permission);
        if (reused && connectionWasGone(delivery)) {
            // The server may end a conversation between two mails; the next mail is not to blame for that.
            delivery = attempt(recipient, message, permission);
        }
        return delivery;
    }

    private Delivery attempt(String recipient, byte[] message, Permission permission) {
        var transport = open;
        if (transport == null) {
            transport = transports.get();
            var trouble = connect(transport);
            if (trouble != null) {
                return trouble;
            }
            open = transport;
            mailsSent = 0;
        }
        var delivery = transport.deliver(envelopeSender, recipient, message, permission);
        mailsSent++;
        usedAt = System.nanoTime();
        if (!isUsableAfter(delivery, transport)) {
            close();
        }
        return delivery;
    }

    private @Nullable Delivery connect(RelayTransport transport) {
        try {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.user().orElse(null),
                    config.password().orElse(null));
            return null;
        } catch (AuthenticationFailedException e) {
            return unreachable("The relay refused the login", e);
        } catch (MessagingException e) {
            return unreachable("The relay could not be reached", e);
        }
    }

    /** The cause names hosts and certificates, no person; the report goes further and carries only the sentence. */
    private static Delivery unreachable(String why, MessagingException cause) {
        LOG.debug(why, cause);
        return Delivery.broken(Phase.CONNECT, Reply.none(why));
    }

    private static boolean connectionWasGone(Delivery delivery) {
        var code = delivery.reply().code();
        return delivery.phase() == Phase.MAIL && (code == null || code == CLOSING);
    }

    private static boolean isUsableAfter(Delivery delivery, RelayTransport transport) {
        if (delivery.verdict() == Verdict.WITHHELD) {
            return transport.reset();
        }
        var code = delivery.reply().code();
        if (code == null || code == CLOSING || code / 100 == 3) {
            return false;
        }
        return delivery.phase() == Phase.END_OF_DATA || transport.reset();
    }

    @Override
    public void closeIfIdle() {
        if (open != null && System.nanoTime() - usedAt > config.idleTimeout().toNanos()) {
            close();
        }
    }

    @Override
    public void close() {
        var closing = open;
        open = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (MessagingException e) {
                LOG.debug("A connection was closed that was gone already", e);
            }
        }
    }
}
