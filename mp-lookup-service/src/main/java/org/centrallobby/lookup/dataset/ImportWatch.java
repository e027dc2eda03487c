package org.centrallobby.lookup.dataset;

import java.time.Duration;
import java.util.UUID;
import org.centrallobby.lookup.file.Progress;
import org.jboss.logging.Logger;

/** Tells while a part is being read how far that is, to the database each second and to the log now and then; ends it when it takes too long. */
final class ImportWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ImportWatch.class);
    private static final int SECONDS_BETWEEN_LINES = 5;
    private static final long MEGABYTE = 1_000_000;

    private final ImportRuns runs;
    private final UUID id;
    private final Part part;
    private final Progress progress;
    private final Duration deadline;
    private final Thread importing = Thread.currentThread();
    private final Thread watching;

    ImportWatch(ImportRuns runs, UUID id, Part part, Progress progress, Duration deadline) {
        this.runs = runs;
        this.id = id;
        this.part = part;
        this.progress = progress;
        this.deadline = deadline;
        this.watching = Thread.ofPlatform().daemon().name("import-watch").start(this::watch);
    }

    private void watch() {
        try {
            for (var second = 1L; ; second++) {
                Thread.sleep(Duration.ofSeconds(1));
                tell(second);
                if (second == deadline.toSeconds()) {
                    LOG.errorf("Part %s: given up after %s", part.word(), deadline);
                    importing.interrupt();
                }
            }
        } catch (InterruptedException e) {
            // Closed: the import is over.
        }
    }

    private void tell(long second) {
        try {
            runs.progress(id, progress);
        } catch (RuntimeException e) {
            LOG.warnf("Part %s: the progress could not be noted", part.word());
        }
        if (second % SECONDS_BETWEEN_LINES == 0) {
            LOG.infof(
                    "Part %s: %d rows, %d MB%s",
                    part.word(),
                    progress.rows(),
                    progress.bytes() / MEGABYTE,
                    progress.expected() == 0 ? "" : " of %d MB".formatted(progress.expected() / MEGABYTE));
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
