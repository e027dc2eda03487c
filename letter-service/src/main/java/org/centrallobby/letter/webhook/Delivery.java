package org.centrallobby.letter.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened, to be told to one endpoint. {@link WebhookQueue} carries it from the first attempt to the last. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {
    @Id
    private UUID id;

    private UUID webhook;
    private String type;
    private @Nullable UUID campaign;
    private String body;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private short tries;
    private Instant dueAt;
    private @Nullable UUID lease;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    Delivery(UUID id, UUID webhook, EventType type, @Nullable UUID campaign, String body, Instant now) {
        this.id = id;
        this.webhook = webhook;
        this.type = type.wireName();
        this.campaign = campaign;
        this.body = body;
        this.state = DeliveryState.WAITING;
        this.dueAt = now;
        this.createdAt = now;
    }

    /** Sends it once more, with the whole schedule before it; one that is just being sent goes on. */
    void replay(Instant now) {
        if (lease != null && dueAt.isAfter(now)) {
            return;
        }
        state = DeliveryState.WAITING;
        tries = 0;
        dueAt = now;
        lease = null;
        endedAt = null;
    }

    UUID id() {
        return id;
    }

    EventType type() {
        return EventType.named(type);
    }

    /** Null for what belongs to no campaign. */
    @Nullable UUID campaign() {
        return campaign;
    }

    DeliveryState state() {
        return state;
    }

    /** When the next attempt is made; null where there is none. */
    @Nullable Instant nextAttemptAt() {
        return state == DeliveryState.WAITING ? dueAt : null;
    }

    Instant createdAt() {
        return createdAt;
    }
}
