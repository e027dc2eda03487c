package org.centrallobby.lookup.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** The parts that serve together. From its moment on every replica answers from it, until that of the next one. */
@Entity
class Release {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String cause;
    private boolean dissolved;
    private Instant decidedAt;
    private Instant servesFrom;

    @ElementCollection(fetch = FetchType.EAGER)
    @JoinTable(name = "release_part", joinColumns = @JoinColumn(name = "release_id"))
    @MapKeyColumn(name = "part")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "version_id")
    private Map<Part, UUID> parts = new EnumMap<>(Part.class);

    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    Release(String cause, Map<Part, UUID> parts, boolean dissolved, Instant decidedAt, Instant servesFrom) {
        this.cause = cause;
        this.parts.putAll(parts);
        this.dissolved = dissolved;
        this.decidedAt = decidedAt;
        this.servesFrom = servesFrom;
    }

    /** Counts up. */
    long id() {
        return id;
    }

    /** Why there is this release, in a few words. */
    String cause() {
        return cause;
    }

    Map<Part, UUID> parts() {
        return Map.copyOf(parts);
    }

    /** Whether it was made for a Parliament that is dissolved. */
    boolean isDissolved() {
        return dissolved;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant servesFrom() {
        return servesFrom;
    }
}
