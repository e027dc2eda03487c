package org.centrallobby.letter.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done with personal data. Nothing changes it but the count of an export that goes on and of what a day
 * forgets; it goes when its time is over.
 */
@Entity
class AuditEntry {
    @Id
    private UUID id;

    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Enumerated(EnumType.STRING)
    private By doneBy;

    private @Nullable UUID apiKey;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    private @Nullable UUID subject;
    private long people;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(
            UUID id,
            Tenant tenant,
            By doneBy,
            @Nullable UUID apiKey,
            AuditAction action,
            @Nullable UUID subject,
            long people,
            Instant at) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.doneBy = doneBy;
        this.apiKey = apiKey;
        this.action = action;
        this.subject = subject;
        this.people = people;
        this.at = at;
    }

    UUID id() {
        return id;
    }

    By doneBy() {
        return doneBy;
    }

    @Nullable UUID apiKey() {
        return apiKey;
    }

    AuditAction action() {
        return action;
    }

    @Nullable UUID subject() {
        return subject;
    }

    long people() {
        return people;
    }

    Instant at() {
        return at;
    }
}
