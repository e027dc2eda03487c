package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.postcode.Answers;
import org.centrallobby.lookup.postcode.CurrentAnswers;
import org.centrallobby.lookup.seat.CurrentHouse;
import org.centrallobby.lookup.seat.House;
import org.centrallobby.lookup.time.Westminster;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What this replica answers from. A release is made ready first and begins to serve at its moment, in one step. */
@ApplicationScoped
class Serving {
    private static final Logger LOG = Logger.getLogger(Serving.class);

    private final CurrentAnswers answers;
    private final CurrentHouse house;
    private final Boundaries boundaries;
    private final ObjectMapper json;
    private final Duration longestWait;
    private final InstantSource clock;
    private volatile @Nullable Loaded loaded;

    /** A release in memory. */
    record Loaded(long release, Instant servesFrom, boolean dissolved, Map<Part, UUID> parts, DatasetContent content) {}

    Serving(
            CurrentAnswers answers,
            CurrentHouse house,
            Boundaries boundaries,
            ObjectMapper json,
            DatasetConfig config,
            InstantSource clock) {
        this.answers = answers;
        this.house = house;
        this.boundaries = boundaries;
        this.json = json;
        this.longestWait = config.switchDelay();
        this.clock = clock;
    }

    /** The release that serves, or is about to; null before the first. */
    @Nullable Loaded loaded() {
        return loaded;
    }

    /**
     * Makes a release ready and waits for its moment; then it serves. An older one than that which serves is passed over.
     *
     * @throws InterruptedException if the process is being ended
     */
    synchronized void serve(Release release, DatasetContent content) throws InterruptedException {
        if (loaded != null && loaded.release() >= release.id()) {
            return;
        }
        var version = Long.toString(release.id());
        var seats = content.represented(boundaries, dayOf(release));
        var ready = new Answers(version, content.directory(), seats, boundaries, json);
        var wait = untilServed(release);
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        house.replace(new House(version, seats.values()));
        answers.replace(ready);
        loaded = new Loaded(release.id(), release.servesFrom(), release.isDissolved(), release.parts(), content);
        LOG.infof(
                "Release %d serves (%s): %d postcodes and %d seats",
                release.id(), release.cause(), ready.directory().size(), seats.size());
    }

    /** No longer than any release waits: a clock that is behind that of the replica which decided must not hold it up for good. */
    private Duration untilServed(Release release) {
        var wait = Duration.between(clock.instant(), release.servesFrom());
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }

    /** The day whose state of Parliament the release shows: all replicas, whenever they start, show the same. */
    private LocalDate dayOf(Release release) {
        return Westminster.day(release.decidedAt());
    }
}
