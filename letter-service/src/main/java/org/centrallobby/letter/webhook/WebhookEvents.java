package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.jspecify.annotations.Nullable;

/** Announces what happens to the endpoints that want to hear of it, in the transaction in which it happens. */
@ApplicationScoped
public class WebhookEvents {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    /** What Standard Webhooks 1.0 advises. */
    private static final int LARGEST_BODY = 20_000;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final InstantSource clock;

    WebhookEvents(Webhooks webhooks, Deliveries deliveries, ObjectMapper json, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds the event to what the tenant's endpoints are told, if this transaction commits.
     *
     * @param campaign null for what belongs to no campaign
     * @param at when it happened
     * @param data becomes the event's data in JSON: ids, states and numbers, never anything personal
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(Tenant tenant, @Nullable UUID campaign, EventType type, Instant at, Object data) {
        var listening = webhooks.listeningTo(tenant, type, campaign);
        if (!listening.isEmpty()) {
            var body = body(new Event(type, at, data));
            listening.forEach(webhook -> add(webhook, campaign, type, body));
        }
    }

    /** Tells one endpoint alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    Delivery test(Webhook webhook) {
        var type = EventType.WEBHOOK_TEST;
        return add(webhook.id(), null, type, body(new Event(type, clock.instant(), new TestData(webhook.id()))));
    }

    private Delivery add(UUID webhook, @Nullable UUID campaign, EventType type, String body) {
        var delivery = new Delivery(IDS.generate(), webhook, type, campaign, body, clock.instant());
        deliveries.persist(delivery);
        return delivery;
    }

    private String body(Event event) {
        try {
            var body = json.writeValueAsString(event);
            if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
                throw new IllegalArgumentException("An event of %s is too large".formatted(event.type()));
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event of %s cannot be written as JSON".formatted(event.type()), e);
        }
    }
}
