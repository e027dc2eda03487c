package org.centrallobby.letter.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one attempt of a delivery went. */
@Entity
@Table(name = "webhook_attempt")
class Attempt {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long position;

    private UUID delivery;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable Integer status;
    private int millis;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    Attempt(UUID delivery, Answer answer) {
        this.delivery = delivery;
        this.at = answer.at();
        this.outcome = answer.outcome();
        this.status = answer.status();
        this.millis = (int) answer.took().toMillis();
    }

    UUID delivery() {
        return delivery;
    }

    Instant at() {
        return at;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The HTTP status; null where none came. */
    @Nullable Integer status() {
        return status;
    }

    int millis() {
        return millis;
    }
}
