package org.centrallobby.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.centrallobby.testbed.DkimKeys;

/** How the mail service is set up for all measurements: as in production, but for what says whom it may write to. */
final class MailSettings {
    private MailSettings() {}

    /** @param folder where the keys are kept that sign */
    static Map<String, String> of(Path folder, int smtp) {
        var settings = new HashMap<>(DkimKeys.settings(folder));
        settings.putAll(Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(smtp),
                "SMTP_TLS", "none",
                "SMTP_CONNECTIONS", "16",
                "IDENTITY_SECRET", "bench-identity-secret-bench-identity-secret",
                "MAIL_ENVIRONMENT", "bench",
                // The servers that take them pass nothing on.
                "SAFETY_ALLOWED_RECIPIENTS", "*"));
        return settings;
    }
}
