package org.centrallobby.lookup.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That some data were loaded. The newest of a kind is what is served. */
@Entity
class DatasetVersion {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private DatasetKind kind;

    private String source;
    private String sha256;
    private int records;
    private Instant loadedAt;

    @SuppressWarnings("NullAway.Init")
    protected DatasetVersion() {}

    DatasetVersion(UUID id, DatasetKind kind, String source, String sha256, int records, Instant loadedAt) {
        this.id = id;
        this.kind = kind;
        this.source = source;
        this.sha256 = sha256;
        this.records = records;
        this.loadedAt = loadedAt;
    }

    UUID id() {
        return id;
    }

    DatasetKind kind() {
        return kind;
    }

    /** The names of the files. */
    String source() {
        return source;
    }

    /** A digest of the files, in hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** Postcodes or seats. */
    int records() {
        return records;
    }

    Instant loadedAt() {
        return loadedAt;
    }
}
