package org.centrallobby.letter.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How organisations' own systems are told what happens. */
@ConfigMapping(prefix = "webhook")
interface WebhookConfig {
    /**
     * What seals the endpoints' signing secrets in the database, a long random text. With another one, and the one before not
     * among `WEBHOOK_PREVIOUS_SEALING_KEYS`, the kept secrets are lost, and every endpoint needs its secret rotated.
     */
    @WithDefault("${operator.key}")
    String sealingKey();

    /** Sealing keys of before, separated by commas: what was sealed with them still opens. */
    Optional<List<String>> previousSealingKeys();

    /** Whether endpoints may be on this machine, there also without TLS: for development, never where strangers have keys. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Further networks that no endpoint may be in, such as the platform's own public ones: `203.0.113.0/24`, separated by commas. */
    Optional<List<String>> refusedNetworks();

    /** How many deliveries are under way at once from this process, 1 to 500. */
    @WithDefault("64")
    @Min(1) @Max(500) int senders();

    /** How many of them go to one endpoint, 1 to 50; one that fails or is slow gets one at a time. */
    @WithDefault("4")
    @Min(1) @Max(50) int perEndpoint();

    /** How long the sender waits after it found nothing to send. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How long a delivery is its sender's; after it another process sends it. Longer than the answer may take. */
    @WithDefault("60s")
    Duration lease();

    /** How long it may take to connect. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long the whole answer may take, finding the host and connecting included. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** An endpoint that has done nothing but fail for so long is disabled. */
    @WithDefault("5d")
    Duration disableAfter();

    /** An endpoint for which more deliveries than this wait is disabled. */
    @WithDefault("100000")
    @Min(1) int mostWaiting();

    /** How long both secrets sign after a rotation. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How long a delivery stands in the log and can be replayed, from the event on; at least the four days over which it is tried. */
    @WithDefault("30d")
    Duration keepDeliveries();
}
