package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;

/** Names mails for the whole world. */
@ApplicationScoped
public class MessageIds {
    private final String domain;

    MessageIds(SmtpConfig config) {
        this.domain = EmailAddress.parse(config.fromAddress()).domain();
    }

    /** The Message-ID of a mail, the same whenever it is asked for, with its angle brackets. */
    public String of(UUID mail) {
        return "<%s@%s>".formatted(mail, domain);
    }
}
