package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Properties;
import org.centrallobby.mail.address.EmailAddress;
import org.jboss.logging.Logger;

/** The relay over SMTP. */
@ApplicationScoped
class SmtpRelay implements Relay, Relays {
    private static final Logger LOG = Logger.getLogger(SmtpRelay.class);

    private final SmtpConfig config;
    private final MailComposer composer;
    private final Session session;

    SmtpRelay(SmtpConfig config, MailComposer composer) {
        this.config = config;
        this.composer = composer;
        this.session = Session.getInstance(settings(config));
        if (config.tls() == SmtpConfig.Tls.NONE && !isLoopback(config.host())) {
            if (config.user().isPresent()) {
                throw new IllegalStateException(
                        "smtp.tls=none would send the password over the network in clear text: set smtp.tls=required");
            }
            LOG.warnf("Mails go to %s in clear text: smtp.tls=none is for tests", config.host());
        }
    }

    @Override
    public List<Relay> all() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "default";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public int connections() {
        return 8;
    }

    @Override
    public int hourlyCeiling() {
        return 0;
    }

    @Override
    public RelayConnection connection() {
        return new SmtpConnection(() -> new RelayTransport(session), config, composer);
    }

    private static Properties settings(SmtpConfig config) {
        var settings = new Properties();
        var ehloName = config.ehloName()
                .orElseGet(() -> EmailAddress.parse(config.fromAddress()).domain());
        settings.setProperty("mail.smtp.localhost", ehloName);
        settings.setProperty(
                "mail.smtp.connectiontimeout",
                Long.toString(config.connectTimeout().toMillis()));
        settings.setProperty(
                "mail.smtp.timeout", Long.toString(config.replyTimeout().toMillis()));
        settings.setProperty(
                "mail.smtp.writetimeout", Long.toString(config.writeTimeout().toMillis()));
        settings.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        // A relay that is slow to say goodbye must not hold a worker.
        settings.setProperty("mail.smtp.quitwait", "false");
        if (config.tls() == SmtpConfig.Tls.REQUIRED) {
            settings.setProperty("mail.smtp.starttls.enable", "true");
            settings.setProperty("mail.smtp.starttls.required", "true");
            settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        }
        return settings;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
