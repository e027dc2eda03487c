package org.centrallobby.mail.operator;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** Who may look into the queue and stop it. */
@ConfigMapping(prefix = "operator")
interface OperatorConfig {
    /** The key that opens everything but health, metrics and documentation; at least 16 characters, and there is no default. */
    @Size(min = 16) String key();
}
