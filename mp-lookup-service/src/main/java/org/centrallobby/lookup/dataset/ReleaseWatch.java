package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sees the releases that other replicas make, and has them serve here at the same moment. */
@ApplicationScoped
class ReleaseWatch {
    private static final Logger LOG = Logger.getLogger(ReleaseWatch.class);

    /** Well below the time between a release's decision and its moment. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(2);

    private final Releases releases;
    private final ReleaseDesk desk;
    private final Serving serving;
    private final Thread thread =
            Thread.ofPlatform().name("release-watch").daemon().unstarted(this::run);
    private boolean failing;

    ReleaseWatch(Releases releases, ReleaseDesk desk, Serving serving) {
        this.releases = releases;
        this.desk = desk;
        this.serving = serving;
    }

    void start() {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(STOPPED_WITHIN);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                follow();
            }
        } catch (InterruptedException e) {
            // The process is being ended.
        }
    }

    private void follow() throws InterruptedException {
        try {
            var loaded = serving.loaded();
            var newest = QuarkusTransaction.requiringNew().call(releases::newestId);
            if (loaded != null && newest > loaded.release()) {
                take(newest);
            }
            failing = false;
        } catch (RuntimeException e) {
            // An outage lasts many rounds: said once, not at each of them.
            if (!failing) {
                failing = true;
                LOG.warn("Whether there is a new release cannot be seen; the one before goes on serving", e);
            }
        }
    }

    private void take(long id) throws InterruptedException {
        var release = QuarkusTransaction.requiringNew().call(() -> releases.findById(id));
        var content = QuarkusTransaction.requiringNew().timeout(60).call(() -> desk.content(release.parts()));
        if (content.isPresent()) {
            serving.serve(release, content.get());
        }
    }
}
