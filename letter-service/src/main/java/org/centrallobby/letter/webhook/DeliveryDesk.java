package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What an organisation sees and asks of the deliveries to its webhooks. */
@ApplicationScoped
class DeliveryDesk {
    private static final int MOST_REPLAYED = 10_000;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final WebhookEvents events;
    private final InstantSource clock;

    DeliveryDesk(
            Webhooks webhooks, Deliveries deliveries, Attempts attempts, WebhookEvents events, InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    List<DeliveryView> page(
            Tenant tenant, UUID webhook, @Nullable DeliveryState state, @Nullable UUID before, int limit) {
        var found = deliveries.page(webhooks.ownedBy(tenant, webhook), state, before, limit);
        var made = attempts.latest(found.stream().map(Delivery::id).toList()).stream()
                .collect(Collectors.groupingBy(Attempt::delivery));
        return found.stream()
                .map(delivery -> DeliveryView.of(delivery, made.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    @Transactional
    DeliveryView show(Tenant tenant, UUID webhook, UUID id) {
        return view(deliveries.of(webhooks.ownedBy(tenant, webhook), id));
    }

    @Transactional
    DeliveryView test(Tenant tenant, UUID webhook) {
        return view(events.test(active(tenant, webhook)));
    }

    @Transactional
    DeliveryView replay(Tenant tenant, UUID webhook, UUID id) {
        var delivery = deliveries.lockedOf(active(tenant, webhook), id);
        delivery.replay(clock.instant());
        return view(delivery);
    }

    @Transactional
    Replayed replayFailed(Tenant tenant, UUID webhook, Instant since) {
        var replayed = deliveries.replayFailed(active(tenant, webhook), since, MOST_REPLAYED, clock.instant());
        return new Replayed(replayed, replayed == MOST_REPLAYED);
    }

    /** Locked, so that it is not disabled before this is sent. */
    private Webhook active(Tenant tenant, UUID id) {
        var webhook = webhooks.lockedOf(tenant, id);
        if (webhook.state() != WebhookState.ACTIVE) {
            throw new Failure(ProblemType.WEBHOOK_NOT_ACTIVE, "Nothing is sent to it now. Resume it first.");
        }
        return webhook;
    }

    private DeliveryView view(Delivery delivery) {
        return DeliveryView.of(delivery, attempts.latest(List.of(delivery.id())));
    }
}
