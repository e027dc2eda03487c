package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.centrallobby.lookup.postcode.IndexBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lookups in memory, without the service around them. */
final class IndexBench {
    private static final double NANOSECONDS = 150;
    private static final double BYTES = 4.5;

    private final Bench bench;

    IndexBench(Bench bench) {
        this.bench = bench;
    }

    void run() {
        var file = bench.fixtures().places();
        var index = measure(file, "index");
        var map = measure(file, "hashMap");
        var plain = measure(file, "hashMapOfPlainText");
        bench.report()
                .add(
                        "one lookup in the index, random, typing noise included",
                        "%.0f ns".formatted(score(index)),
                        "under 150 ns",
                        "%.0f ns HashMap of texts; %.0f ns without hyphens and the like"
                                .formatted(score(map), score(plain)),
                        score(index) < NANOSECONDS);
        bench.report()
                .add(
                        "what it allocates",
                        "%.0f bytes".formatted(allocated(index)),
                        "nothing",
                        "%.0f bytes HashMap of texts".formatted(allocated(map)),
                        allocated(index) < 0.5);
        try {
            var bytes = IndexBenchmark.bytesPerPostcode(file);
            bench.report()
                    .add(
                            "memory of the index",
                            "%.2f bytes a postcode".formatted(bytes),
                            "under 4.5",
                            "%.0f bytes HashMap of texts".formatted(IndexBenchmark.bytesPerPostcodeOfMap(file)),
                            bytes < BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunResult measure(Path file, String benchmark) {
        var time = TimeValue.milliseconds(bench.quick() ? 100 : 3_000);
        var options = new OptionsBuilder()
                .include("^.*IndexBenchmark\\." + benchmark + "$")
                .jvmArgs(
                        "-Xmx1500m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-D%s=%s".formatted(IndexBenchmark.FILE, file))
                .forks(bench.quick() ? 1 : 2)
                .warmupIterations(bench.quick() ? 1 : 3)
                .measurementIterations(bench.runs())
                .warmupTime(time)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            bench.progress().say("  " + benchmark);
            return new Runner(options).runSingle();
        } catch (RunnerException e) {
            throw new CannotMeasure("JMH cannot run: " + e.getMessage());
        }
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
