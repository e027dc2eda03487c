package org.centrallobby.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Somebody on television says where one can write to one's MP: from nobody to a hundred letters a second within ten seconds.
 * Each writer has the campaign shown, looks up their MP, sees the letter once before it is sent, and follows the link in the
 * mail that comes; the letters leave.
 */
final class SurgeBench {
    private static final double PER_SECOND = 100;
    private static final Duration RISE = Duration.ofSeconds(10);
    private static final Duration THINKING = Duration.ofSeconds(30);
    private static final double P99_MILLISECONDS = 250;
    private static final double MEGABYTES = 400;
    private static final int CONNECTIONS = 32;
    private static final long SEED = 1;

    private final PlatformStage stage;

    SurgeBench(PlatformStage stage) {
        this.stage = stage;
    }

    void run() {
        var slug = stage.campaign(LetterStage.organisation(stage.letters()), "surge");
        var writers = stage.writers();
        // A quarter of an hour before the broadcast somebody has tried it out, and no more.
        stage.progress().say("A quiet minute");
        stage.load(202, 8 * PlatformStage.APART, number -> writers.letter(slug, number))
                .open(2, 1, stage.quick() ? Duration.ofSeconds(1) : Duration.ofMinutes(1));
        stage.post().awaitQuiet(Duration.ofSeconds(2), Duration.ofSeconds(30));

        var arrivals = stage.quick()
                ? Arrivals.surge(10, Duration.ofSeconds(1), Duration.ofSeconds(1), SEED)
                : Arrivals.surge(PER_SECOND, RISE, stage.lasting(), SEED);
        stage.progress()
                .say("%,d writers, up to %.0f a second within %d s, for %.1f minutes"
                        .formatted(arrivals.count(), PER_SECOND, RISE.toSeconds(), stage.minutes()));
        var use = Use.since(stage);
        try (var clicks = new Clicks(stage.letters(), stage.quick() ? Duration.ofMillis(100) : THINKING)) {
            stage.post().whenAsked(clicks::later);
            var loads = Load.together(List.of(
                    open(200, number -> writers.member(slug, number), arrivals),
                    open(200, number -> writers.campaign(slug, number), arrivals),
                    open(200, number -> writers.preview(slug, number), arrivals),
                    open(202, number -> writers.letter(slug, number), arrivals)));
            clicks.awaitDone(Duration.ofMinutes(3));
            stage.post().awaitQuiet(Duration.ofSeconds(5), Duration.ofMinutes(3));
            report(arrivals, loads, clicks, use);
        }
        Installation.SERVICES.forEach(this::memory);
    }

    private Callable<Load.Result> open(int wanted, LongFunction<Connection.Request> request, Arrivals arrivals) {
        return () -> stage.load(wanted, 0, request).open(CONNECTIONS, arrivals);
    }

    private void memory(String service) {
        var peak = stage.installation().service(service).peakResidentMegabytes();
        stage.report()
                .add(
                        "%s: most memory until the end of the surge (RSS)".formatted(service),
                        "%.0f MB".formatted(peak),
                        "under %.0f MB".formatted(MEGABYTES),
                        "",
                        peak < MEGABYTES);
    }

    private void report(Arrivals arrivals, List<Load.Result> loads, Clicks clicks, Use use) {
        var report = stage.report();
        var letters = loads.getLast();
        var failed = loads.stream().mapToLong(Load.Result::failed).sum() + clicks.failed();
        var accepted = letters.succeeded().cardinality();
        report.add(
                "surge: letters accepted of %,d writers in %.1f minutes".formatted(arrivals.count(), stage.minutes()),
                "%,d".formatted(accepted),
                "all",
                "33/s: the petition site in March 2019, 2,000 signatures a minute",
                accepted == arrivals.count());
        times("the MP looked up", loads.get(0).times());
        times("the campaign shown", loads.get(1).times());
        times("the letter previewed", loads.get(2).times());
        times("the letter handed in", letters.times());
        var clicked = clicks.percentiles();
        times("the link in the mail followed, %,d times".formatted(clicked.count()), clicked);
        report.tell(
                "surge: handed in to the mail that asks to confirm, at the server",
                since(arrivals, letters, stage.post()::asked).text(),
                "");
        Percentiles arrived;
        long waiting;
        do {
            waiting = queued();
            arrived = since(arrivals, letters, stage.post()::arrived);
            // One that left meanwhile would be counted twice.
        } while (waiting != queued());
        report.tell("surge: handed in to the letter at the MP's office", arrived.text(), "30 s of thinking at most");
        var held = held();
        report.tell(
                "surge: letters at the office; still waiting for the office's turn (240 an hour, 20 at once); held, as they say the same as others",
                "%,d; %,d; %,d".formatted(arrived.count(), waiting, held),
                "");
        report.add("surge: requests that failed", Long.toString(failed), "0", "", failed == 0);
        var unasked = letters.succeeded().stream()
                .filter(number -> stage.post().asked(number) == null)
                .count();
        report.add(
                "surge: accepted letters whose writers were not asked to confirm",
                Long.toString(unasked),
                "0",
                "",
                unasked == 0);
        var lost = Math.max(0, clicked.count() - clicks.failed() - arrived.count() - waiting - held);
        report.add(
                "surge: confirmed letters neither at the office nor in the queue nor held",
                Long.toString(lost),
                "0",
                "",
                lost == 0);
        report.add(
                "surge: mails at the office that do not say whose letter they are",
                Long.toString(stage.post().unread()),
                "0",
                "",
                stage.post().unread() == 0);
        report.add(
                "surge: letters at the office twice",
                Long.toString(stage.post().doubled()),
                "0",
                "",
                stage.post().doubled() == 0);
        use.report(accepted);
    }

    private void times(String what, Percentiles times) {
        stage.report()
                .add(
                        "surge: %s, from the moment it was due".formatted(what),
                        times.text(),
                        "p99 under 250 ms",
                        "",
                        times.at(0.99) < P99_MILLISECONDS);
    }

    private static Percentiles since(Arrivals arrivals, Load.Result letters, LongFunction<Long> when) {
        return Percentiles.of(IntStream.range(0, arrivals.count())
                .mapToObj(Integer::valueOf)
                .flatMapToDouble(number -> {
                    var moment = when.apply(number);
                    return moment == null
                            ? DoubleStream.empty()
                            : DoubleStream.of((moment - letters.begun() - arrivals.due(number)) / 1e6);
                }));
    }

    /** Letters that wait for a person to look at them. */
    private long held() {
        try (var database = stage.installation().database(Installation.LETTER)) {
            return database.number("select count(*) from letter where state = 'HELD'");
        }
    }

    /** Letters to members that the mail service has and has not sent. */
    private long queued() {
        try (var database = stage.installation().database(Installation.MAIL)) {
            return database.number(
                    "select count(*) from mail where kind = 'letter' and state in ('queued', 'deferred', 'sending', 'uncertain')");
        }
    }
}
