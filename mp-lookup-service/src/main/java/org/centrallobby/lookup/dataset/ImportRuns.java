package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.centrallobby.lookup.file.Progress;
import org.jspecify.annotations.Nullable;

/** The attempts to load something, of all replicas. Each change is a transaction of its own: others want to see it at once. */
@ApplicationScoped
class ImportRuns implements PanacheRepositoryBase<ImportRun, UUID> {
    /** Whoever gives no sign of life for so long has ended. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Set<ImportState> SETTLED = Set.of(ImportState.LOADED, ImportState.UNCHANGED);

    /** So many are remembered. */
    private static final int KEPT = 200;

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final ObjectMapper json;
    private final InstantSource clock;

    ImportRuns(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    UUID begin(Part part, String source, @Nullable String fingerprint) {
        return QuarkusTransaction.requiringNew().call(() -> {
            forgetOld();
            var run = new ImportRun(IDS.generate(), part, source, fingerprint, clock.instant());
            persist(run);
            return run.id();
        });
    }

    /** Notes how far a run is that has not ended; one that ends at the same moment keeps its end. */
    void progress(UUID id, Progress progress) {
        QuarkusTransaction.requiringNew()
                .run(() -> update(
                        "bytes = ?1, expected = ?2, rows = ?3, updatedAt = ?4 where id = ?5 and state = ?6",
                        progress.bytes(),
                        progress.expected(),
                        progress.rows(),
                        clock.instant(),
                        id,
                        ImportState.RUNNING));
    }

    void end(UUID id, ImportState state, ImportReport report, Progress progress) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        findByIdOptional(id).ifPresent(run -> run.end(state, text(report), progress, clock.instant())));
    }

    /** The latest, newest first. */
    List<ImportRun> latest(int limit) {
        return find("order by startedAt desc, id desc").page(Page.ofSize(limit)).list();
    }

    /** The last attempt to load a part. */
    private Optional<ImportRun> last(Part part) {
        return find("part = ?1 order by startedAt desc", part).firstResultOptional();
    }

    /** Whether the last attempt to load a part came to nothing; not so while it is under way, nor before the first. */
    boolean lastFailed(Part part) {
        return last(part)
                .map(run -> run.state() == ImportState.REFUSED || run.state() == ImportState.FAILED || isSilent(run))
                .orElse(false);
    }

    /**
     * Begins to load what comes from an address, unless somebody, here or on another replica, has begun since that moment.
     */
    Optional<UUID> beginIfNotSince(Instant moment, Part part, String source) {
        return inTurn(() -> last(part)
                        .filter(run -> run.startedAt().isAfter(moment) && !isSilent(run))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(begin(part, source, null)));
    }

    /** Begins to load a file, unless exactly this was loaded before, or was tried since that moment and could not be. */
    Optional<UUID> beginIfNew(Instant moment, Part part, String source, String fingerprint) {
        return inTurn(() -> find("part = ?1 and fingerprint = ?2", part, fingerprint).stream()
                        .anyMatch(run ->
                                SETTLED.contains(run.state()) || run.startedAt().isAfter(moment) && !isSilent(run))
                ? Optional.empty()
                : Optional.of(begin(part, source, fingerprint)));
    }

    private Optional<UUID> inTurn(Callable<Optional<UUID>> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Turn.IMPORTS.await(getEntityManager());
            return work.call();
        });
    }

    private boolean isSilent(ImportRun run) {
        return run.state() == ImportState.RUNNING
                && run.updatedAt().isBefore(clock.instant().minus(SILENCE));
    }

    ImportView view(ImportRun run) {
        return new ImportView(
                run.id(),
                run.part(),
                run.source(),
                isSilent(run) ? ImportState.FAILED : run.state(),
                run.startedAt(),
                run.updatedAt(),
                run.bytes(),
                run.expected() == 0 ? null : run.expected(),
                run.rows(),
                run.report() == null ? null : report(run.report()));
    }

    private void forgetOld() {
        var oldest =
                find("order by startedAt desc, id desc").page(Page.of(KEPT, 1)).firstResultOptional();
        oldest.map(ImportRun::startedAt).ifPresent(this::forgetUntil);
    }

    private void forgetUntil(Instant moment) {
        delete("startedAt <= ?1", moment);
    }

    private String text(ImportReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A report cannot be written", e);
        }
    }

    private @Nullable ImportReport report(String text) {
        try {
            return json.readValue(text, ImportReport.class);
        } catch (JsonProcessingException e) {
            // Another version of the service wrote it: its day is over.
            return null;
        }
    }
}
