package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.file.Progress;
import org.junit.jupiter.api.Test;

@ServiceTest
class ImportRunsTest {
    @Inject
    ImportRuns runs;

    @Inject
    EntityManager database;

    @Test
    void progressThatIsToldWhileARunEndsLeavesTheEnd() {
        var id = runs.begin(Part.MEMBERS, "two-writers.csv", null);
        var progress = new Progress();
        progress.readRows(650);

        var told = QuarkusTransaction.requiringNew().call(() -> {
            runs.findById(id).end(ImportState.REFUSED, "{}", progress, Instant.now());
            runs.flush();
            var telling = CompletableFuture.runAsync(() -> runs.progress(id, progress));
            await("the progress waits for the run's row").pollInSameThread().until(() -> Locks.somebodyWaits(database));
            return telling;
        });
        told.join();

        var run = QuarkusTransaction.requiringNew().call(() -> runs.findById(id));
        assertThat(run.state()).isEqualTo(ImportState.REFUSED);
        assertThat(run.report()).isEqualTo("{}");
    }
}
