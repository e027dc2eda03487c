package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Sees the releases that other replicas make, and has them serve here at the same moment. */
@ApplicationScoped
class ReleaseWatch {
    private static final Logger LOG = Logger.getLogger(ReleaseWatch.class);

    /** Well below the time between a release's decision and its moment. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** What is loaded and cannot be read takes seconds each time, and will hardly be readable a moment later. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(2);

    private final Releases releases;
    private final ReleaseDesk desk;
    private final Serving serving;
    private final InstantSource clock;
    private final Thread thread =
            Thread.ofPlatform().name("release-watch").daemon().unstarted(this::run);
    private boolean failing;
    private long unreadable;
    private Instant readAgainAt = Instant.MIN;

    ReleaseWatch(Releases releases, ReleaseDesk desk, Serving serving, InstantSource clock) {
        this.releases = releases;
        this.desk = desk;
        this.serving = serving;
        this.clock = clock;
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

    void follow() throws InterruptedException {
        try {
            var loaded = serving.loaded();
            var newest = QuarkusTransaction.requiringNew().call(releases::newestId);
            if (loaded != null && newest > loaded.release() && !isKnownUnreadable(newest)) {
                take(newest, loaded.release());
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // An outage lasts many rounds: said once, not at each of them.
            if (!failing) {
                failing = true;
                LOG.warn("Whether there is a new release cannot be seen; the one before goes on serving", e);
            }
        }
    }

    private void take(long id, long serves) throws InterruptedException {
        var release = QuarkusTransaction.requiringNew().call(() -> releases.findById(id));
        var content = QuarkusTransaction.requiringNew().timeout(60).call(() -> desk.content(release.parts()));
        if (content.isPresent()) {
            serving.serve(release, content.get());
            return;
        }
        if (unreadable != id) {
            LOG.warnf(
                    "Release %d cannot be read: another version of the service made it, or it is forgotten."
                            + " Release %d goes on serving",
                    id, serves);
        }
        unreadable = id;
        readAgainAt = clock.instant().plus(READ_AGAIN_AFTER);
    }

    private boolean isKnownUnreadable(long id) {
        return id == unreadable && clock.instant().isBefore(readAgainAt);
    }
}
