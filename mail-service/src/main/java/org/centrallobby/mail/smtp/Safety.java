package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.centrallobby.mail.address.EmailAddress;
import org.jboss.logging.Logger;

/** Keeps mails of a trial from people who have nothing to do with it. */
@ApplicationScoped
class Safety {
    private static final Logger LOG = Logger.getLogger(Safety.class);
    private static final String EVERYBODY = "*";

    /** What is said of a mail that is held back. */
    static final Reply HELD_BACK =
            Reply.none("Held back: outside production (safety.environment) mail goes only to those"
                    + " whom safety.allowed-recipients names");

    private final boolean everybody;
    private final List<String> allowed;

    Safety(SafetyConfig config) {
        this.allowed = config.allowedRecipients().orElse(List.of()).stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .toList();
        var production = config.environment().equals("production");
        this.everybody = production || allowed.contains(EVERYBODY);
        if (!production) {
            LOG.infof(
                    "This is not production (safety.environment): mail goes %s",
                    everybody ? "to everybody all the same" : "to " + allowed.size() + " listed addresses and domains");
        }
    }

    /** Whether a mail may leave to the address. */
    boolean allows(EmailAddress recipient) {
        return everybody || allowed.stream().anyMatch(entry -> covers(entry, recipient));
    }

    private static boolean covers(String entry, EmailAddress recipient) {
        if (entry.indexOf('@') > 0) {
            return recipient.wire().equalsIgnoreCase(entry);
        }
        var domain = recipient.domain().toLowerCase(Locale.ROOT);
        var wanted = entry.startsWith("@") ? entry.substring(1) : entry;
        return domain.equals(wanted) || domain.endsWith('.' + wanted);
    }
}
