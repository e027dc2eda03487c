package org.centrallobby.mail.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The platform's own address; the rest of {@code smtp} is about relays. */
@ConfigMapping(prefix = "smtp")
interface SenderConfig {
    /**
     * The platform's address: its domain stands in From, Message-ID and List-Id, and what stands before the sign in the
     * address of mails that the platform itself writes, before their token.
     */
    @WithDefault("letters@lobby.example")
    String fromAddress();
}
