package org.centrallobby.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP conversation. The library greets, encrypts, logs in and stuffs dots; the commands of a mail are given one by
 * one, so that it is always known how far it came and what the server said last. Every step has its time (RFC 5321, section
 * 4.5.3.2).
 */
class RelayTransport extends SMTPTransport {
    /** The socket is opened here, not by the library. */
    private static final int NO_PORT = -1;

    private static final int READY = 250;

    private final String name;
    private final RelayConfig relay;
    private final SmtpConfig config;
    private final SSLSocketFactory encryption;
    private final Carriers carriers;
    private Phase phase = Phase.CONNECT;
    private Duration patience;
    private @Nullable BoundedSocket socket;
    private Deadlines.@Nullable Watch watch;

    RelayTransport(
            String name,
            Session session,
            RelayConfig relay,
            SmtpConfig config,
            SSLSocketFactory encryption,
            Carriers carriers) {
        super(
                session,
                new URLName(
                        "smtp",
                        relay.host(),
                        NO_PORT,
                        null,
                        relay.user().orElse(null),
                        relay.password().orElse(null)));
        this.name = name;
        this.relay = relay;
        this.config = config;
        this.encryption = encryption;
        this.carriers = carriers;
        this.patience = config.commandTimeout();
    }

    /**
     * Connects, encrypts and logs in.
     *
     * @throws MessagingException if the server refuses
     * @throws IOException if it cannot be reached
     */
    void open() throws MessagingException, IOException {
        IOException trouble = new UnknownHostException("no address");
        for (var address : InetAddress.getAllByName(relay.host())) {
            try {
                connect(reach(address));
                rest();
                carriers.found(name, supportsExtension("SMTPUTF8"));
                return;
            } catch (IOException e) {
                abandon();
                trouble = e;
            }
        }
        throw trouble;
    }

    private Socket reach(InetAddress address) throws IOException {
        var reached = new BoundedSocket();
        socket = reached;
        watch = Deadlines.over(reached);
        limit(config.connectTimeout());
        // With the name that was configured: against it the certificate is checked, and none is looked up.
        var named = InetAddress.getByAddress(relay.host(), address.getAddress());
        reached.connect(
                new InetSocketAddress(named, relay.port()),
                Math.toIntExact(config.connectTimeout().toMillis()));
        reached.setTcpNoDelay(true);
        limit(config.commandTimeout());
        return relay.tls() == RelayConfig.Tls.IMPLICIT ? encrypted(reached) : reached;
    }

    private Socket encrypted(Socket plain) throws IOException {
        var secure = (SSLSocket) encryption.createSocket(plain, relay.host(), relay.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Hands over one mail. After anything but an acceptance or a refusal of the mail the connection is of no more use. */
    synchronized Delivery deliver(WireMail mail, Permission permission) {
        try {
            phase = Phase.MAIL;
            patience = config.commandTimeout();
            if (mail.needsSmtpUtf8() && !supportsExtension("SMTPUTF8")) {
                return carriers.without(name);
            }
            if (isLargerThanTaken(mail)) {
                return Unsendable.TOO_LARGE;
            }
            if (said(mailFrom(mail)) != 2) {
                return mail.isOfAnotherDomain() ? answered().ofAnotherDomain() : answered();
            }
            phase = Phase.RECIPIENT;
            if (said(rcptTo(mail)) != 2) {
                return answered();
            }
            rest();
            if (!permission.toSend()) {
                return Delivery.withheld();
            }
            phase = Phase.DATA;
            patience = config.dataTimeout();
            limit(patience);
            var out = data();
            limit(config.blockTimeout());
            out.write(mail.message());
            out.flush();
            phase = Phase.END_OF_DATA;
            patience = config.endOfDataTimeout();
            finishData();
            return answered();
        } catch (SMTPSendFailedException e) {
            // Only DATA and the end of the data are commands of the library that throw for an unwelcome answer.
            return e.getReturnCode() < 0 ? broken() : answered();
        } catch (MessagingException | IOException e) {
            return broken();
        } finally {
            rest();
        }
    }

    private String mailFrom(WireMail mail) {
        var command = new StringBuilder("MAIL FROM:<").append(mail.sender()).append('>');
        if (supportsExtension("SIZE")) {
            command.append(" SIZE=").append(mail.message().length);
        }
        if (mail.needsSmtpUtf8()) {
            command.append(" BODY=8BITMIME SMTPUTF8");
        }
        if (supportsExtension("DSN")) {
            command.append(" RET=HDRS ENVID=").append(mail.id());
        }
        return command.toString();
    }

    private String rcptTo(WireMail mail) {
        return "RCPT TO:<%s>%s".formatted(mail.recipient(), supportsExtension("DSN") ? " NOTIFY=FAILURE,DELAY" : "");
    }

    private boolean isLargerThanTaken(WireMail mail) {
        var limit = supportsExtension("SIZE") ? getExtensionParameter("SIZE") : null;
        return limit != null
                && limit.matches("\\d{1,18}")
                && Long.parseLong(limit) > 0
                && mail.message().length > Long.parseLong(limit);
    }

    /** The first digit of the answer to a command. */
    private int said(String command) throws MessagingException {
        limit(patience);
        return simpleCommand(command) / 100;
    }

    /** Every answer of the server is read here, those that the library asks for included. */
    @Override
    protected int readServerResponse() throws MessagingException {
        var reading = socket;
        if (reading != null) {
            reading.beginAnswer();
        }
        limit(patience);
        return super.readServerResponse();
    }

    /** Forgets a mail that was refused half-way; false where the server does not. */
    synchronized boolean reset() {
        try {
            patience = config.commandTimeout();
            return said("RSET") == 2;
        } catch (MessagingException e) {
            return false;
        } finally {
            rest();
        }
    }

    /** Takes leave of the server, not waiting long for its answer. */
    @Override
    public synchronized void close() throws MessagingException {
        patience = config.quitTimeout();
        limit(patience);
        try {
            super.close();
        } finally {
            abandon();
        }
    }

    /** Drops the connection without a word: there is nobody to say it to, or nothing to wait for. */
    void abandon() {
        var watching = watch;
        if (watching != null) {
            watching.close();
        }
    }

    /** Whether the server was given up because it took too long. */
    boolean tookTooLong() {
        return watch != null && watch.hasPassed();
    }

    /** The server's words where it was they that ended the greeting, the encryption or the login; null otherwise. */
    @Nullable Reply refusal() {
        var code = getLastReturnCode();
        return code / 100 == 4 || code / 100 == 5 ? Reply.of(code, getLastServerResponse()) : null;
    }

    /** Whether the server greeted and did not offer the encryption that it must. */
    boolean isWithoutEncryption() {
        return relay.tls() == RelayConfig.Tls.REQUIRED
                && getLastReturnCode() == READY
                && !supportsExtension("STARTTLS");
    }

    private void limit(Duration limit) {
        if (watch != null) {
            watch.limit(limit);
        }
    }

    private void rest() {
        if (watch != null) {
            watch.rest();
        }
    }

    private Delivery answered() {
        return getLastReturnCode() < 0
                ? broken()
                : Delivery.answered(phase, Reply.of(getLastReturnCode(), getLastServerResponse()));
    }

    private Delivery broken() {
        if (phase == Phase.END_OF_DATA) {
            return Delivery.broken(
                    phase, Reply.none("The relay had the whole mail and did not say whether it takes it"));
        }
        return Delivery.broken(
                phase, Reply.none(tookTooLong() ? "The relay took too long" : "The connection to the relay broke off"));
    }
}
