package org.centrallobby.letter.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a request can be repeated without taking effect again. */
@ConfigMapping(prefix = "idempotency")
public interface IdempotencyConfig {
    /** How long a reply is kept for its repetition; told to the API's users, so shortening it breaks a promise. */
    @WithDefault("24h")
    Duration keep();
}
