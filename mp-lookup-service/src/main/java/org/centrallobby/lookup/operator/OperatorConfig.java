package org.centrallobby.lookup.operator;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** Who may change what is served. */
@ConfigMapping(prefix = "operator")
interface OperatorConfig {
    /** The key that loads data and goes back to earlier ones; at least 16 characters, and there is no default. */
    @Size(min = 16) String key();
}
