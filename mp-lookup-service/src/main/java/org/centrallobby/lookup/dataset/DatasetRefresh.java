package org.centrallobby.lookup.dataset;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.centrallobby.lookup.file.BadFile;
import org.jboss.logging.Logger;

/**
 * Loads again what the configuration names when its time has come: files that have changed, and what comes from an address.
 * Follows Parliament when the day of its dissolution, or of its return, has come.
 */
@ApplicationScoped
class DatasetRefresh {
    private static final Logger LOG = Logger.getLogger(DatasetRefresh.class);

    private final DatasetImport datasets;
    private final ReleaseDesk desk;
    private final ImportRuns runs;
    private final Serving serving;
    private final Origins origins;
    private final DatasetConfig config;
    private final InstantSource clock;
    private volatile boolean started;

    DatasetRefresh(
            DatasetImport datasets,
            ReleaseDesk desk,
            ImportRuns runs,
            Serving serving,
            Origins origins,
            DatasetConfig config,
            InstantSource clock) {
        this.datasets = datasets;
        this.desk = desk;
        this.runs = runs;
        this.serving = serving;
        this.origins = origins;
        this.config = config;
        this.clock = clock;
    }

    /** From now on there is something to refresh. */
    void start() {
        started = true;
    }

    @Scheduled(every = "10s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        if (!started) {
            return;
        }
        origins.all().forEach(this::refresh);
    }

    /** By itself: nobody shall write to former members for as long as a directory of postcodes takes to be loaded. */
    @Scheduled(every = "2s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followParliament() throws InterruptedException {
        if (!started) {
            return;
        }
        var followed = desk.followParliament();
        if (followed.isPresent() && followed.get().release() != null) {
            serving.serve(followed.get().release(), followed.get().content());
        }
    }

    private void refresh(Part part, Origin origin) {
        try {
            var fingerprint = origin.fingerprint();
            var since = clock.instant().minus(config.refreshEvery());
            var begun = fingerprint.isPresent()
                    ? runs.beginIfNew(since, part, origin.label(), fingerprint.get())
                    : runs.beginIfNotSince(since, part, origin.label());
            begun.ifPresent(
                    run -> datasets.load(run, part, origin.label(), progress -> origins.read(part, origin, progress)));
        } catch (Refused | BadFile refused) {
            LOG.errorf("%s. What was loaded before goes on serving", refused.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Part %s could not be loaded; it is tried again later", part.word());
        }
    }
}
