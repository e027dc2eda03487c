package org.centrallobby.letter.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a webhook was told, or is to be told.
 *
 * @param id what the header {@code webhook-id} carries, the same at every attempt
 * @param campaign null for what belongs to no campaign
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param nextAttemptAt null where there is none
 * @param attempts the latest twenty, in their order
 */
@Schema(example = DeliveryView.EXAMPLE)
record DeliveryView(
        UUID id,
        EventType type,
        @Nullable UUID campaign,
        Instant createdAt,
        DeliveryState state,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {
    static final String EXAMPLE = """
            {"id": "01936f61-0000-7000-8000-000000000001", "type": "letter.sent", "campaign": \
            "01936f30-0000-7000-8000-000000000001", "createdAt": "2026-11-24T10:15:30Z", "state": "waiting", \
            "nextAttemptAt": "2026-11-24T10:20:36Z", "attempts": [{"at": "2026-11-24T10:15:30Z", "outcome": "rejected", \
            "status": 503, "millis": 74}, {"at": "2026-11-24T10:15:36Z", "outcome": "timed-out", "status": null, \
            "millis": 15003}]}""";

    /**
     * How an attempt went. What the endpoint answered beyond its status is not kept.
     *
     * @param status the HTTP status; null where none came
     * @param millis how long it took
     */
    record AttemptView(
            Instant at, Outcome outcome, @Nullable Integer status, int millis) {}

    static DeliveryView of(Delivery delivery, List<Attempt> attempts) {
        return new DeliveryView(
                delivery.id(),
                delivery.type(),
                delivery.campaign(),
                delivery.createdAt(),
                delivery.state(),
                delivery.nextAttemptAt(),
                attempts.stream()
                        .map(attempt ->
                                new AttemptView(attempt.at(), attempt.outcome(), attempt.status(), attempt.millis()))
                        .toList());
    }
}
