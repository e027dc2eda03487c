package org.centrallobby.bench;

import java.util.ArrayList;
import java.util.List;

/** Lookups through HTTP, and an endpoint that only hands out bytes, in turn in the same process. */
final class HttpBench {
    private static final double SHARE = 0.85;
    private static final double P99_FACTOR = 1.5;
    private static final double FAST = 10_000;
    private static final double BATCHED = 150_000;
    private static final int BATCH = 100;
    private static final int BATCHES = 1000;

    private final Bench bench;

    HttpBench(Bench bench) {
        this.bench = bench;
    }

    /** Two endpoints under the same load, round by round. */
    private record Pair(List<Wrk.Result> lookups, List<Wrk.Result> constants) {
        static Figures perSecond(List<Wrk.Result> results) {
            return new Figures(results.stream().map(Wrk.Result::perSecond).toList());
        }

        static Figures p99(List<Wrk.Result> results) {
            return new Figures(results.stream().map(Wrk.Result::p99).toList());
        }

        long failed() {
            return lookups.stream().mapToLong(Wrk.Result::failed).sum()
                    + constants.stream().mapToLong(Wrk.Result::failed).sum();
        }
    }

    void run() {
        try (var lookup = bench.start("http", bench.loading(bench.fixtures().csv()))) {
            bench.awaitRight(lookup);
            bench.sample().check(lookup, 1000);
            var paths = bench.sample().paths();
            var size = bench.sample().meanSize(lookup, paths);
            var batches = bench.sample().batches(BATCHES);
            var batchSize = bench.sample().meanSize(lookup, batches);
            for (var connections : bench.quick() ? new int[] {16} : new int[] {16, 64}) {
                single(lookup, paths, size, connections);
            }
            batches(lookup, batches, batchSize);
            bench.report()
                    .tell(
                            "memory of the process after that (RSS, peak)",
                            "%.0f MB".formatted(lookup.peakResidentMegabytes()),
                            "");
        }
    }

    private void single(Service lookup, List<String> paths, int size, int connections) {
        var pair = measure(lookup, "lookups", paths, size, connections);
        var lookups = Pair.perSecond(pair.lookups());
        var constants = Pair.perSecond(pair.constants());
        var share = lookups.median() / constants.median();
        bench.report()
                .add(
                        "one lookup, %d connections, answers of %d bytes".formatted(connections, size),
                        "%s; %.0f %% of the baseline".formatted(lookups.text("%.0f", "/s"), share * 100),
                        "at least 85 %, and 10,000/s where the baseline reaches it",
                        constants.text("%.0f", "/s"),
                        share >= SHARE && (lookups.median() >= FAST || constants.median() < FAST));
        var p99 = Pair.p99(pair.lookups());
        var p99OfConstants = Pair.p99(pair.constants());
        bench.report()
                .add(
                        "its p99, %d connections".formatted(connections),
                        p99.text("%.2f", "ms"),
                        "within 1.5 × of the baseline",
                        p99OfConstants.text("%.2f", "ms"),
                        p99.median() <= P99_FACTOR * p99OfConstants.median());
        failures(pair, "requests that failed, %d connections".formatted(connections));
    }

    private void batches(Service lookup, List<String> batches, int size) {
        var pair = measure(lookup, "batches", batches, size, 16);
        var lookups = new Figures(Pair.perSecond(pair.lookups()).values().stream()
                .map(each -> each * BATCH)
                .toList());
        var constants = new Figures(Pair.perSecond(pair.constants()).values().stream()
                .map(each -> each * BATCH)
                .toList());
        bench.report()
                .add(
                        "batches of 100, 16 connections, answers of %d bytes".formatted(size),
                        lookups.text("%.0f", "postcodes/s"),
                        "at least 150,000 postcodes/s",
                        constants.text("%.0f", "× 100 of the constant"),
                        lookups.median() >= BATCHED);
        failures(pair, "batches that failed");
    }

    private void failures(Pair pair, String what) {
        bench.report().add(what, Long.toString(pair.failed()), "0", "", pair.failed() == 0);
    }

    private Pair measure(Service lookup, String name, List<String> asked, int size, int connections) {
        var wrk = bench.wrk();
        var paths = wrk.paths(name, asked);
        var constant = wrk.paths("constant-" + name, List.of("/bench/constant/" + size));
        bench.progress().say("Warming up for %s, %d connections".formatted(name, connections));
        wrk.run(lookup.url(), paths, connections, bench.seconds(), 0);
        wrk.run(lookup.url(), constant, connections, bench.seconds(), 0);
        var pair = new Pair(new ArrayList<>(), new ArrayList<>());
        for (var round = 0; round < bench.runs(); round++) {
            pair.lookups().add(wrk.run(lookup.url(), paths, connections, bench.seconds(), 0));
            pair.constants().add(wrk.run(lookup.url(), constant, connections, bench.seconds(), 0));
            bench.progress()
                    .say("  %s: %.0f/s, constant: %.0f/s"
                            .formatted(
                                    name,
                                    pair.lookups().getLast().perSecond(),
                                    pair.constants().getLast().perSecond()));
        }
        return pair;
    }
}
