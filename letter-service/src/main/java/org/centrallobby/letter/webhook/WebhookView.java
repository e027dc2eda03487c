package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its organisation sees it.
 *
 * @param events empty for all
 * @param campaigns empty for all
 * @param state {@code active}, {@code paused} by hand (what happens is kept until it is resumed), or {@code disabled} by the
 *     platform (nothing is kept)
 * @param disabledBecause {@code gone} where it answered 410, {@code failing} for days, or a {@code backlog} of too much that waited
 * @param failingSince since when every attempt has failed; null while it works
 * @param bothSecretsUntil until when deliveries are signed with the secret before this one as well; null where there is none
 * @param secret {@code whsec_...}, shown once: when the webhook is made and when its secret is rotated
 */
@Schema(example = WebhookView.EXAMPLE)
record WebhookView(
        UUID id,
        String url,
        List<EventType> events,
        List<UUID> campaigns,
        String description,
        WebhookState state,
        @Nullable DisabledBecause disabledBecause,
        @Nullable Instant failingSince,
        @Nullable Instant bothSecretsUntil,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    private static final String UP_TO_SECRET = """
            {"id": "01936f60-0000-7000-8000-000000000001", "url": "https://hooks.example.org/mp-letters", "events": \
            ["letter.sent", "letter.bounced"], "campaigns": [], "description": "Our CRM", "state": "active", \
            "disabledBecause": null, "failingSince": null, "bothSecretsUntil": null, "createdAt": "2026-11-24T10:15:30Z", \
            "updatedAt": "2026-11-24T10:15:30Z\"""";

    static final String EXAMPLE = UP_TO_SECRET + "}";
    static final String EXAMPLE_WITH_SECRET =
            UP_TO_SECRET + ", \"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}";

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView withSecret(Webhook webhook, WebhookSecret secret) {
        return of(webhook, secret.text());
    }

    private static WebhookView of(Webhook webhook, @Nullable String secret) {
        var subscription = webhook.subscription();
        return new WebhookView(
                webhook.id(),
                subscription.url(),
                subscription.events(),
                subscription.campaigns(),
                subscription.description(),
                webhook.state(),
                webhook.disabledBecause(),
                webhook.failingSince(),
                webhook.previousSecretUntil(),
                webhook.createdAt(),
                webhook.updatedAt(),
                secret);
    }

    @Override
    public String toString() {
        return "WebhookView[%s]".formatted(id);
    }
}
