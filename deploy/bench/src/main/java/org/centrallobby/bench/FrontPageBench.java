package org.centrallobby.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * The widget on the front page of a newspaper: 10,000 views a minute. Each view fetches the script, the campaign and how many
 * have written, as a browser does that has none of it; one in ten looks up an MP, one in thirty sees a letter, one in a hundred
 * sends it.
 */
final class FrontPageBench {
    private static final double VIEWS_PER_SECOND = 10_000 / 60.0;
    private static final double P99_MILLISECONDS = 100;
    private static final int CONNECTIONS = 24;
    private static final long SEED = 3;

    private final PlatformStage stage;

    FrontPageBench(PlatformStage stage) {
        this.stage = stage;
    }

    /** What viewers ask for, how many of them, and how it is answered. */
    private record Kind(String what, double share, int wanted, LongFunction<Connection.Request> request) {}

    void run() {
        var slug = stage.campaign(LetterStage.organisation(stage.letters()), "front-page");
        var writers = stage.writers();
        var kinds = new Kind[] {
            new Kind("the script", 1, 200, writers::script),
            new Kind("the campaign", 1, 200, number -> writers.campaign(slug, number)),
            new Kind("its progress", 1, 200, number -> writers.progress(slug, number)),
            new Kind("the MP", 0.1, 200, number -> writers.member(slug, number)),
            new Kind("the preview", 1 / 30.0, 200, number -> writers.preview(slug, number)),
            new Kind("the letter", 0.01, 202, number -> writers.letter(slug, number)),
        };
        var lasting = stage.quick() ? Duration.ofSeconds(1) : stage.lasting().dividedBy(5);
        stage.progress().say("%.0f views a second".formatted(VIEWS_PER_SECOND));
        var results = new LinkedHashMap<String, Load.Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new LinkedHashMap<String, Future<Load.Result>>();
            for (var kind : kinds) {
                var arrivals = Arrivals.random(VIEWS_PER_SECOND * kind.share(), lasting, SEED);
                running.put(
                        kind.what(),
                        threads.submit(() -> stage.load(kind.wanted(), 2 * PlatformStage.APART, kind.request())
                                .open(CONNECTIONS, arrivals)));
            }
            running.forEach((what, load) -> results.put(what, Load.await(load)));
        }
        report(results);
    }

    private void report(Map<String, Load.Result> results) {
        results.forEach((what, load) -> stage.report()
                .add(
                        "front page, 10,000 views a minute: %s, %.1f/s"
                                .formatted(what, load.times().count() / load.seconds()),
                        load.times().text(),
                        "p99 under 100 ms",
                        "",
                        load.percentile(0.99) < P99_MILLISECONDS));
        var failed = results.values().stream().mapToLong(Load.Result::failed).sum();
        stage.report().add("front page: requests that failed", Long.toString(failed), "0", "", failed == 0);
    }
}
