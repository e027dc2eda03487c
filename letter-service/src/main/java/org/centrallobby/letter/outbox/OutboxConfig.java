package org.centrallobby.letter.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How events leave the outbox. */
@ConfigMapping(prefix = "outbox")
interface OutboxConfig {
    /** How long the relay waits after it found nothing to publish. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** The most events published in one transaction, 1 to 100; more hold the relay's lock longer. */
    @WithDefault("100")
    @Min(1) @Max(100) int batchSize();

    /** How long Kafka may take to accept a batch; less than the 60 seconds after which a transaction is rolled back. */
    @WithDefault("15s")
    Duration publishTimeout();
}
