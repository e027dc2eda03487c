package org.centrallobby.mail.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens, keeps and gives up the connection of one worker. */
class SmtpConnection implements RelayConnection {
    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final int CLOSING = 421;

    private final Supplier<RelayTransport> transports;
    private final SmtpConfig config;
    private final MailComposer composer;
    private final Safety safety;
    private @Nullable RelayTransport open;
    private boolean wasGone;
    private int mailsSent;
    private long usedAt;

    SmtpConnection(Supplier<RelayTransport> transports, SmtpConfig config, MailComposer composer, Safety safety) {
        this.transports = transports;
        this.config = config;
        this.composer = composer;
        this.safety = safety;
    }

    @Override
    public Delivery send(OutgoingMail mail, Permission permission) {
        if (!safety.allows(mail.to().address())) {
            return Unsendable.HELD_BACK;
        }
        closeIfIdle();
        if (mailsSent >= config.mailsPerConnection()) {
            close();
        }
        var message = composer.compose(mail);
        var reused = open != null;
        var delivery = attempt(message, permission);
        if (reused && wasGone) {
            // The server may end a conversation between two mails; the next mail is not to blame for that.
            delivery = attempt(message, permission);
        }
        return delivery;
    }

    private Delivery attempt(WireMail message, Permission permission) {
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
        var delivery = transport.deliver(message, permission);
        mailsSent++;
        usedAt = System.nanoTime();
        wasGone = connectionWasGone(delivery, transport);
        if (!isUsableAfter(delivery, transport)) {
            if (delivery.reply().code() == null) {
                transport.abandon();
            }
            close();
        }
        return delivery;
    }

    private static @Nullable Delivery connect(RelayTransport transport) {
        try {
            transport.open();
            return null;
        } catch (MessagingException | IOException e) {
            return unreachable(whyUnreachable(e, transport), e, transport);
        }
    }

    private static String whyUnreachable(Exception e, RelayTransport transport) {
        if (transport.tookTooLong()) {
            return "The relay took too long to greet";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "The connection to the relay could not be encrypted, or its certificate is not to be trusted";
            }
        }
        return transport.isWithoutEncryption()
                ? "The relay does not offer the encryption that is required"
                : "The relay could not be reached";
    }

    /** The cause names hosts and certificates, no person; the report goes further and carries only the sentence. */
    private static Delivery unreachable(String why, Exception cause, RelayTransport transport) {
        LOG.debug(why, cause);
        transport.abandon();
        var refusal = transport.refusal();
        return refusal == null
                ? Delivery.broken(Phase.CONNECT, Reply.none(why))
                : Delivery.answered(Phase.CONNECT, refusal);
    }

    private static boolean connectionWasGone(Delivery delivery, RelayTransport transport) {
        var code = delivery.reply().code();
        return delivery.phase() == Phase.MAIL
                && (code == null || code == CLOSING)
                && !Unsendable.isOne(delivery)
                && !transport.tookTooLong();
    }

    private static boolean isUsableAfter(Delivery delivery, RelayTransport transport) {
        if (delivery.verdict() == Verdict.WITHHELD) {
            return transport.reset();
        }
        if (Unsendable.isOne(delivery)) {
            return true;
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
