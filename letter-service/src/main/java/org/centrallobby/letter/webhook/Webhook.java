package org.centrallobby.letter.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/** Where an organisation's own system hears what happens. What sending does to it, {@link WebhookQueue} writes. */
@Entity
class Webhook {
    @Id
    private UUID id;

    @Version
    private int version;

    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String url;
    private String description;
    private List<String> events;
    private List<UUID> campaigns;

    @Enumerated(EnumType.STRING)
    private WebhookState state;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabledBecause disabledBecause;

    private byte[] secret;
    private byte @Nullable [] previousSecret;
    private @Nullable Instant previousSecretUntil;
    private @Nullable Instant failingSince;
    private @Nullable Instant quietUntil;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    Webhook(UUID id, Tenant tenant, Subscription subscription, byte[] secret, Instant now) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.state = WebhookState.ACTIVE;
        this.secret = secret;
        this.createdAt = now;
        take(subscription);
        this.updatedAt = now;
    }

    void change(Subscription subscription, Instant now) {
        take(subscription);
        updatedAt = now;
    }

    private void take(Subscription subscription) {
        url = subscription.url();
        description = subscription.description();
        events = subscription.events().stream().map(EventType::wireName).toList();
        campaigns = subscription.campaigns();
    }

    Subscription subscription() {
        return new Subscription(
                url, description, events.stream().map(EventType::named).toList(), campaigns);
    }

    /** Keeps what happens until it is resumed. */
    void pause(Instant now) {
        state = WebhookState.PAUSED;
        disabledBecause = null;
        updatedAt = now;
    }

    /** Begins anew, with no failures behind it. */
    void resume(Instant now) {
        state = WebhookState.ACTIVE;
        disabledBecause = null;
        failingSince = null;
        quietUntil = null;
        updatedAt = now;
    }

    /** The secret until now signs as well until then; one before it does not any more. */
    void rotate(byte[] sealed, Instant until, Instant now) {
        previousSecret = secret;
        previousSecretUntil = until;
        secret = sealed;
        updatedAt = now;
    }

    void delete(Instant now) {
        state = WebhookState.DELETED;
        secret = new byte[0];
        previousSecret = null;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    WebhookState state() {
        return state;
    }

    /** Null unless it is disabled. */
    @Nullable DisabledBecause disabledBecause() {
        return disabledBecause;
    }

    /** Until when the secret before the present one signs as well; null where there was none. */
    @Nullable Instant previousSecretUntil() {
        return previousSecretUntil;
    }

    /** Since when it has done nothing but fail; null while it works. */
    @Nullable Instant failingSince() {
        return failingSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
