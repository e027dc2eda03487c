package org.centrallobby.letter.alarm;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.decision.InvalidationFields;
import org.jspecify.annotations.Nullable;

/** That a campaign's newest letters have too much in common. */
@Entity
class Alarm {
    @Id
    private UUID id;

    private UUID campaign;

    @Enumerated(EnumType.STRING)
    private AlarmKind kind;

    private String subject;
    private long letters;
    private long ofLetters;
    private double usualShare;
    private @Nullable List<UUID> alike;
    private Instant writtenAfter;
    private Instant raisedAt;

    @SuppressWarnings("NullAway.Init")
    protected Alarm() {}

    Alarm(UUID id, Cluster cluster, double usualShare, Instant writtenAfter, Instant now) {
        this.id = id;
        this.campaign = cluster.campaign();
        this.kind = cluster.kind();
        this.subject = cluster.subject();
        this.letters = cluster.letters();
        this.ofLetters = cluster.of();
        this.alike = cluster.alike();
        this.usualShare = usualShare;
        this.writtenAfter = writtenAfter;
        this.raisedAt = now;
    }

    /** What an organisation would ask for to have these letters invalidated. */
    InvalidationFields invalidation() {
        return switch (kind) {
            case NETWORK -> new InvalidationFields(subject, null, null, null, null, writtenAfter, null, null);
            case EMAIL_DOMAIN -> new InvalidationFields(null, null, subject, null, null, writtenAfter, null, null);
            case CONSTITUENCY -> new InvalidationFields(null, null, null, subject, null, writtenAfter, null, null);
            case ALIKE -> new InvalidationFields(null, null, null, null, alike, null, null, null);
        };
    }

    UUID id() {
        return id;
    }

    UUID campaign() {
        return campaign;
    }

    AlarmKind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    long letters() {
        return letters;
    }

    long ofLetters() {
        return ofLetters;
    }

    double usualShare() {
        return usualShare;
    }

    Instant writtenAfter() {
        return writtenAfter;
    }

    Instant raisedAt() {
        return raisedAt;
    }
}
