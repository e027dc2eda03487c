package org.centrallobby.mail.identity;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** What the platform calls itself in mails, and the secrets that it is known by. */
@ConfigMapping(prefix = "identity")
interface IdentityConfig {
    /**
     * The secret behind the tokens in addresses and unsubscribe links, and behind the seal on organisations' DKIM keys; at
     * least 32 characters, and there is no default.
     */
    @Size(min = 32) String secret();

    /**
     * Secrets of before, separated by commas: what was sent or sealed under them is still understood. One may go when the
     * last mail sent under it is older than any bounce, and after every key sealed under it was rotated.
     */
    Optional<List<@Size(min = 32) String>> previousSecrets();

    /** The domain that bounces come back to, where no organisation's own is used; by default that of {@code smtp.from-address}. */
    Optional<String> bounceDomain();
}
