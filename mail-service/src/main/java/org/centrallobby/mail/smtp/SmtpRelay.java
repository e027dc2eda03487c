package org.centrallobby.mail.smtp;

import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** A relay over SMTP. */
class SmtpRelay implements Relay {
    private final String name;
    private final RelayConfig relay;
    private final SmtpConfig config;
    private final MailComposer composer;
    private final Safety safety;
    private final Carriers carriers;
    private final SSLSocketFactory encryption;
    private final Session session;

    SmtpRelay(
            String name,
            RelayConfig relay,
            SmtpConfig config,
            String ehloName,
            MailComposer composer,
            Safety safety,
            Carriers carriers) {
        this.name = name;
        this.relay = relay;
        this.config = config;
        this.composer = composer;
        this.safety = safety;
        this.carriers = carriers;
        this.encryption = relay.tls() == RelayConfig.Tls.OPPORTUNISTIC ? Trust.unchecked() : Trust.of(relay.caFile());
        this.session = Session.getInstance(settings(relay, ehloName, encryption));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int weight() {
        return relay.weight();
    }

    @Override
    public int connections() {
        return relay.connections();
    }

    @Override
    public int hourlyCeiling() {
        return relay.hourlyCeiling();
    }

    @Override
    public RelayConnection connection() {
        return new SmtpConnection(
                () -> new RelayTransport(name, session, relay, config, encryption, carriers), config, composer, safety);
    }

    private static Properties settings(RelayConfig relay, String ehloName, SSLSocketFactory encryption) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.localhost", ehloName);
        settings.setProperty("mail.smtp.auth", Boolean.toString(relay.user().isPresent()));
        settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        settings.setProperty("mail.mime.allowutf8", "true");
        // How long that may take is a matter of the deadlines.
        settings.setProperty("mail.smtp.quitwait", "true");
        if (relay.tls() == RelayConfig.Tls.REQUIRED || relay.tls() == RelayConfig.Tls.OPPORTUNISTIC) {
            var required = relay.tls() == RelayConfig.Tls.REQUIRED;
            settings.setProperty("mail.smtp.starttls.enable", "true");
            settings.setProperty("mail.smtp.starttls.required", Boolean.toString(required));
            settings.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(required));
            settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
            settings.put("mail.smtp.ssl.socketFactory", encryption);
        }
        return settings;
    }
}
