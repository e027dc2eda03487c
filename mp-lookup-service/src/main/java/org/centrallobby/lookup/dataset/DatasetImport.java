package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads parts: reads them, has them checked, and makes a release of them. What fails leaves everything as it was. */
@ApplicationScoped
class DatasetImport {
    private static final Logger LOG = Logger.getLogger(DatasetImport.class);

    private final PartReader reader;
    private final ReleaseDesk desk;
    private final ImportRuns runs;
    private final Serving serving;
    private final DatasetConfig config;
    private final Set<Part> sent = ConcurrentHashMap.newKeySet();

    DatasetImport(PartReader reader, ReleaseDesk desk, ImportRuns runs, Serving serving, DatasetConfig config) {
        this.reader = reader;
        this.desk = desk;
        this.runs = runs;
        this.serving = serving;
        this.config = config;
    }

    /**
     * Loads a part that somebody sends and waits until it serves.
     *
     * @throws Refused if the part cannot be used
     * @throws Failure if somebody sends such a part to this replica already
     */
    ImportView load(Part part, String label, Function<Progress, ReadPart> read) {
        if (!sent.add(part)) {
            throw new Failure(
                    ProblemType.IMPORT_RUNNING,
                    "Wait until it is done; GET /v1/dataset tells how far it is.",
                    Duration.ofSeconds(5));
        }
        try {
            return load(runs.begin(part, label, null), part, label, read);
        } finally {
            sent.remove(part);
        }
    }

    /**
     * Loads a part and waits until it serves.
     *
     * @param id of the run that was begun for it
     * @throws Refused if the part cannot be used
     */
    ImportView load(UUID id, Part part, String label, Function<Progress, ReadPart> read) {
        var progress = new Progress();
        LOG.infof("Part %s is being loaded: %s", part.word(), label);
        var state = ImportState.FAILED;
        var report = ImportReport.unreadable("it did not come to an end; the log says why");
        try (var watch = new ImportWatch(runs, id, part, progress, config.deadline())) {
            var loaded = read.apply(progress);
            // Small files are read in one go, without telling how far they are.
            progress.readRows(Math.max(0, loaded.report().rows() - progress.rows()));
            var decision = desk.decide(List.of(new ReleaseDesk.Candidate(loaded, label, false)));
            report = decision.reports().getFirst();
            state = decision.release() == null ? ImportState.UNCHANGED : ImportState.LOADED;
            if (decision.release() != null) {
                serving.serve(decision.release(), decision.content());
            }
        } catch (BadFile bad) {
            state = ImportState.REFUSED;
            report = ImportReport.unreadable(String.valueOf(bad.getMessage()));
            throw new Refused(part, report);
        } catch (Refused refused) {
            state = ImportState.REFUSED;
            report = refused.report();
            throw refused;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } finally {
            // The deadline's interruption has done its work, and the database must still be told.
            var interrupted = Thread.interrupted();
            runs.end(id, state, report, progress);
            LOG.infof("Part %s: %s %s (%d rows)", part.word(), label, state.word(), report.rows());
            if (interrupted && state == ImportState.LOADED) {
                Thread.currentThread().interrupt();
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> runs.view(runs.findById(id)));
    }

    /**
     * Makes the first release of several parts at once, before anything serves.
     *
     * @throws BadFile if one of the sources cannot be used
     * @throws Refused if one of them does not pass the gate
     */
    void loadFirst(List<FirstSource> sources) throws InterruptedException {
        var candidates = sources.stream()
                .map(source ->
                        new ReleaseDesk.Candidate(source.read().apply(new Progress()), source.label(), source.sample()))
                .toList();
        var decision = desk.decide(candidates);
        if (decision.release() != null) {
            serving.serve(decision.release(), decision.content());
        }
        sources.stream().filter(source -> !source.sample()).forEach(source -> {
            var at = sources.indexOf(source);
            var id = runs.begin(source.part(), source.label(), source.fingerprint());
            runs.end(id, ImportState.LOADED, decision.reports().get(at), new Progress());
        });
    }

    /** One of the sources of the first release. */
    record FirstSource(
            Part part,
            String label,
            boolean sample,
            @Nullable String fingerprint,
            Function<Progress, ReadPart> read) {}
}
