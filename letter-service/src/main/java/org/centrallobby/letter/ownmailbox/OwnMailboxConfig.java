package org.centrallobby.letter.ownmailbox;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Letters that their writers send from their own mailboxes. */
@ConfigMapping(prefix = "own-mailbox")
public interface OwnMailboxConfig {
    /**
     * The domain of the addresses to which writers send copies of such letters, for instance {@code copies.example.org}; its MX is
     * the mail-service's listener, or a relay that hands over to {@code /v1/bounces}. Without one writers only say that they have sent.
     */
    Optional<String> copyDomain();

    /** What makes these addresses impossible to make up, at least 32 characters; the mail-service has the same as {@code bounce.copy-secret}. Needed with the domain. */
    Optional<@Size(min = 32) String> copySecret();
}
