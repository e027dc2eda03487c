package org.centrallobby.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
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
        var kinds = List.of(
                new Kind("the script", 1, 200, writers::script),
                new Kind("the campaign", 1, 200, number -> writers.campaign(slug, number)),
                new Kind("its progress", 1, 200, number -> writers.progress(slug, number)),
                new Kind("the MP", 0.1, 200, number -> writers.member(slug, number)),
                new Kind("the preview", 1 / 30.0, 200, number -> writers.preview(slug, number)),
                new Kind("the letter", 0.01, 202, number -> writers.letter(slug, number)));
        var lasting = stage.quick() ? Duration.ofSeconds(1) : stage.lasting().dividedBy(5);
        stage.progress().say("%.0f views a second".formatted(VIEWS_PER_SECOND));
        var results =
                Load.together(kinds.stream().map(kind -> load(kind, lasting)).toList());
        for (var kind = 0; kind < kinds.size(); kind++) {
            report(kinds.get(kind), results.get(kind));
        }
        var failed = results.stream().mapToLong(Load.Result::failed).sum();
        stage.report().add("front page: requests that failed", Long.toString(failed), "0", "", failed == 0);
    }

    private Callable<Load.Result> load(Kind kind, Duration lasting) {
        var arrivals = Arrivals.random(VIEWS_PER_SECOND * kind.share(), lasting, SEED);
        return () -> stage.load(kind.wanted(), 2 * PlatformStage.APART, kind.request())
                .open(CONNECTIONS, arrivals);
    }

    private void report(Kind kind, Load.Result load) {
        stage.report()
                .add(
                        "front page, 10,000 views a minute: %s, %.1f/s"
                                .formatted(kind.what(), load.times().count() / load.seconds()),
                        load.times().text(),
                        "p99 under 100 ms",
                        "",
                        load.percentile(0.99) < P99_MILLISECONDS);
    }
}
