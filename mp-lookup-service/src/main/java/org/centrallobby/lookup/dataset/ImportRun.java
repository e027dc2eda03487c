package org.centrallobby.lookup.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.lookup.file.Progress;
import org.jspecify.annotations.Nullable;

/** An attempt to load a part. */
@Entity
@Table(name = "dataset_import")
class ImportRun {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Part part;

    private String source;
    private @Nullable String fingerprint;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.RUNNING;

    private Instant startedAt;
    private Instant updatedAt;
    private long bytes;
    private long expected;
    private long rows;
    private @Nullable String report;

    @SuppressWarnings("NullAway.Init")
    protected ImportRun() {}

    ImportRun(UUID id, Part part, String source, @Nullable String fingerprint, Instant now) {
        this.id = id;
        this.part = part;
        this.source = source;
        this.fingerprint = fingerprint;
        this.startedAt = now;
        this.updatedAt = now;
    }

    /** @param outcome the report as JSON */
    void end(ImportState end, String outcome, Progress progress, Instant now) {
        bytes = progress.bytes();
        expected = progress.expected();
        rows = progress.rows();
        state = end;
        report = outcome;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    Part part() {
        return part;
    }

    String source() {
        return source;
    }

    ImportState state() {
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When it last gave a sign of life, or ended. */
    Instant updatedAt() {
        return updatedAt;
    }

    long bytes() {
        return bytes;
    }

    long expected() {
        return expected;
    }

    long rows() {
        return rows;
    }

    @Nullable String report() {
        return report;
    }
}
