package org.centrallobby.mail.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whom mail may reach at all. */
@ConfigMapping(prefix = "safety")
interface SafetyConfig {
    /** {@code production}: mail goes to everybody. Anything else: to those of {@code safety.allowed-recipients} only. */
    @WithDefault("development")
    String environment();

    /**
     * Outside production, who may be written to: addresses, domains (which stand for what is below them too) or {@code *}
     * for everybody, separated by commas. A mail to anybody else is refused before any relay is spoken to.
     */
    Optional<List<String>> allowedRecipients();
}
