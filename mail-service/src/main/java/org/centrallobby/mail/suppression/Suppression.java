package org.centrallobby.mail.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it was read; {@link Suppressions} writes them. */
@Entity
@Table(name = "suppression")
class Suppression {
    @Id
    private UUID id;

    private @Nullable UUID organisation;
    private UUID mailbox;
    private String shown;
    private String reason;
    private String covers;
    private @Nullable UUID evidence;
    private Instant createdAt;
    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected Suppression() {}

    UUID id() {
        return id;
    }

    @Nullable UUID organisation() {
        return organisation;
    }

    UUID mailbox() {
        return mailbox;
    }

    String shown() {
        return shown;
    }

    SuppressionReason reason() {
        return SuppressionReason.of(reason);
    }

    String covers() {
        return covers;
    }

    @Nullable UUID evidence() {
        return evidence;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "Suppression[%s]".formatted(id);
    }
}
