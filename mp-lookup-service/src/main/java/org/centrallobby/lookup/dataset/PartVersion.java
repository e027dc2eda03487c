package org.centrallobby.lookup.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A part as it was loaded once. Its content is a {@link PartBytes} of the same id. */
@Entity
class PartVersion {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Part part;

    private String source;
    private String sha256;
    private int records;
    private boolean sample;
    private Instant loadedAt;

    @SuppressWarnings("NullAway.Init")
    protected PartVersion() {}

    PartVersion(UUID id, Part part, String source, String sha256, int records, boolean sample, Instant loadedAt) {
        this.id = id;
        this.part = part;
        this.source = source;
        this.sha256 = sha256;
        this.records = records;
        this.sample = sample;
        this.loadedAt = loadedAt;
    }

    UUID id() {
        return id;
    }

    Part part() {
        return part;
    }

    /** What it was read from, without the folder. */
    String source() {
        return source;
    }

    /** A digest of what is kept of it, in hexadecimal: the same on every installation that serves the same. */
    String sha256() {
        return sha256;
    }

    /** Postcodes, seats or corrections. */
    int records() {
        return records;
    }

    /** Whether it ships with the service. */
    boolean isSample() {
        return sample;
    }

    Instant loadedAt() {
        return loadedAt;
    }
}
