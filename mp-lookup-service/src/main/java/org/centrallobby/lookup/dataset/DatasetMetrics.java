package org.centrallobby.lookup.dataset;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How old the parts are that this replica answers from, how much is in them, and whether the last attempt at one failed. */
@ApplicationScoped
class DatasetMetrics {
    private final Releases releases;
    private final ImportRuns runs;
    private final Serving serving;
    private final MultiGauge loadedAt;
    private final MultiGauge records;
    private final MultiGauge failing;

    DatasetMetrics(MeterRegistry registry, Releases releases, ImportRuns runs, Serving serving) {
        this.releases = releases;
        this.runs = runs;
        this.serving = serving;
        // Seconds since 1970: the age is reckoned when it is looked at, and goes on growing where nothing is measured.
        this.loadedAt = MultiGauge.builder("dataset.loaded.timestamp.seconds").register(registry);
        this.records = MultiGauge.builder("dataset.records").register(registry);
        this.failing = MultiGauge.builder("dataset.import.failing").register(registry);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void measure() {
        var loaded = serving.loaded();
        if (loaded == null) {
            return;
        }
        var ages = new ArrayList<MultiGauge.Row<?>>();
        var sizes = new ArrayList<MultiGauge.Row<?>>();
        for (var version :
                releases.versions(List.of(releases.findById(loaded.release()))).values()) {
            var part = Tags.of("part", version.part().word());
            var sample = part.and("sample", Boolean.toString(version.isSample()));
            ages.add(MultiGauge.Row.of(sample, version.loadedAt().getEpochSecond()));
            sizes.add(MultiGauge.Row.of(part, version.records()));
        }
        loadedAt.register(ages, true);
        records.register(sizes, true);
        failing.register(
                Arrays.stream(Part.values())
                        .map(part -> MultiGauge.Row.of(Tags.of("part", part.word()), runs.lastFailed(part) ? 1 : 0))
                        .toList(),
                true);
    }
}
