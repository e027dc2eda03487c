package org.centrallobby.letter.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;

/** Makes one attempt: signs, posts, and writes down what came of it. */
@ApplicationScoped
class Courier {
    private final WebhookQueue queue;
    private final WebhookClient client;
    private final SecretSeal seal;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    Courier(WebhookQueue queue, WebhookClient client, SecretSeal seal, MeterRegistry metrics, InstantSource clock) {
        this.queue = queue;
        this.client = client;
        this.seal = seal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Outside of any transaction but the one that writes the outcome. */
    Answer deliver(Claimed claimed) {
        var answer = client.post(message(claimed), claimed.tries());
        metrics.counter("webhook.attempts", "outcome", answer.outcome().wireName())
                .increment();
        queue.record(claimed, answer);
        return answer;
    }

    private Message message(Claimed claimed) {
        var id = claimed.delivery().toString();
        var now = clock.instant();
        var signature = seal.open(claimed.webhook(), claimed.secret()).signature(id, now, claimed.body());
        var previous = claimed.previousSecret();
        if (previous != null) {
            signature += " " + seal.open(claimed.webhook(), previous).signature(id, now, claimed.body());
        }
        return new Message(
                EndpointUrl.parse(claimed.url()),
                Map.of(
                        "content-type",
                        "application/json",
                        "user-agent",
                        "CentralLobby-Webhooks/1",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        signature),
                claimed.body());
    }
}
