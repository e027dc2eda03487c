package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centrallobby.mail.identity.PlatformIdentity;

/** Names mails for the whole world. */
@ApplicationScoped
public class MessageIds {
    private final PlatformIdentity platform;

    MessageIds(PlatformIdentity platform) {
        this.platform = platform;
    }

    /** The Message-ID of a mail, the same whenever it is asked for, with its angle brackets. */
    public String of(UUID mail) {
        return "<%s@%s>".formatted(mail, platform.identity().domain());
    }
}
