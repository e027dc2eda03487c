package org.centrallobby.bench;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Letters from the form into the database, and what PostgreSQL alone makes of the same rows. */
final class AcceptBench {
    private static final double PER_SECOND = 500;
    private static final double P99_MILLISECONDS = 250;
    private static final double SHARE = 0.25;

    /**
     * Letters a second, and for how many seconds. Slowly: code that is not compiled yet keeps both processors busy at a hundred a
     * second, and where they are, the one thread that compiles is a dozenth of all that wait for them.
     */
    private static final SortedMap<Double, Integer> WARM_UP =
            new TreeMap<>(Map.of(PER_SECOND / 12, 90, PER_SECOND / 4, 60, PER_SECOND / 2, 60));

    private final LetterStage stage;

    AcceptBench(LetterStage stage) {
        this.stage = stage;
    }

    void run() {
        var campaign = stage.campaign("accepted");
        var load = new Load(stage.service(), stage.progress(), 202, 0, number -> stage.letter(campaign, number));
        var accepted = new BitSet();
        var failed = 0L;
        for (var step : WARM_UP.entrySet()) {
            stage.progress().say("Warming up: %.0f letters a second".formatted(step.getKey()));
            var warm = load.open(LetterStage.CONNECTIONS, step.getKey(), stage.seconds(step.getValue()));
            accepted.or(warm.succeeded());
            failed += warm.failed();
        }
        stage.progress().say("As many letters as it takes");
        var most = load.closed(LetterStage.CONNECTIONS, stage.seconds(30));
        stage.progress().say("  %.0f/s".formatted(most.perSecond()));
        awaitPublished();

        stage.progress().say("%.0f letters a second for %.1f minutes".formatted(PER_SECOND, stage.minutes()));
        var service = stage.service().processorTime();
        var database = stage.surroundings().databaseTime();
        var steady =
                load.open(LetterStage.CONNECTIONS, PER_SECOND, Duration.ofMillis(Math.round(stage.minutes() * 60_000)));
        var letters = steady.succeeded().cardinality();
        var serviceEach = stage.service().processorTime().millisecondsEach(service, letters);
        var databaseEach = stage.surroundings().databaseTime().millisecondsEach(database, letters);
        var waiting = stage.database().number("select count(*) from outbox");
        awaitPublished();
        accepted.or(most.succeeded());
        accepted.or(steady.succeeded());
        failed += most.failed() + steady.failed();
        var lost = lost(campaign, accepted);
        stage.progress().say("The same rows without the service");
        var baseline = new InsertBaseline(stage).perSecond();

        var report = stage.report();
        report.add(
                "letters accepted, %.1f minutes at %.0f/s".formatted(stage.minutes(), PER_SECOND),
                "%.0f/s".formatted(steady.perSecond()),
                "at least 500/s",
                "33/s: the petition site in March 2019, 2,000 signatures a minute",
                steady.failed() == 0 && steady.perSecond() >= 0.99 * PER_SECOND);
        report.add(
                "their p99, from the moment each was due",
                "%.0f ms (median %.0f, longest %.0f)"
                        .formatted(steady.percentile(0.99), steady.percentile(0.5), steady.percentile(1)),
                "under 250 ms",
                "",
                steady.percentile(0.99) < P99_MILLISECONDS);
        report.tell(
                "processor time of a letter there",
                "%.2f ms service, %.2f ms PostgreSQL".formatted(serviceEach, databaseEach),
                "4 ms: both processors at 500/s");
        report.tell("events that waited for Kafka at the end", "%,d".formatted(waiting), "");
        report.add(
                "letters accepted, as many as it takes, %d connections".formatted(LetterStage.CONNECTIONS),
                "%.0f/s; %.0f %% of the baseline"
                        .formatted(most.perSecond(), 100 * most.perSecond() / baseline.perSecond()),
                "at least 25 %",
                "%.0f/s %s".formatted(baseline.perSecond(), baseline.by()),
                most.perSecond() >= SHARE * baseline.perSecond());
        report.add("requests that failed", Long.toString(failed), "0", "", failed == 0);
        report.add(
                "accepted letters that are not in the database exactly once",
                "%d of %,d".formatted(lost, accepted.cardinality()),
                "0",
                "",
                lost == 0);
    }

    /** Accepted letters of which there are none, or several. */
    private int lost(LetterStage.Campaign campaign, BitSet accepted) {
        var once = new BitSet();
        var twice = new BitSet();
        stage.database().each("select email from letter where campaign = '%s'".formatted(campaign.id()), email -> {
            var number = (int) Supporter.numberOf(email);
            (once.get(number) ? twice : once).set(number);
        });
        once.andNot(twice);
        var lost = (BitSet) accepted.clone();
        lost.andNot(once);
        return lost.cardinality();
    }

    /** What one load left to publish is not the next one's burden. */
    private void awaitPublished() {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (stage.database().number("select count(*) from outbox") > 0 && System.nanoTime() < end) {
            LetterStage.pause(Duration.ofMillis(500));
        }
    }
}
