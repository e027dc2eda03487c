package org.centrallobby.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the start of a process to its first right answer: with files to load, and with data in place. */
final class LoadBench {
    private static final double CSV_SECONDS = 4;
    private static final double ZIP_SECONDS = 8;
    private static final double RESTART_SECONDS = 2.5;
    private static final int EXTRA_HEAP_MEGABYTES = 150;

    /** {@code GC(0) Pause Young (Normal) 34M->5M(123M)}. */
    private static final Pattern BEFORE_COLLECTION = Pattern.compile("Pause .* (\\d+)M->\\d+M\\(");

    private final Bench bench;
    /** Null until it has been recorded. */
    private @Nullable Path cache;

    LoadBench(Bench bench) {
        this.bench = bench;
    }

    void load() {
        var idle = new double[1];
        var sample = Figures.of(bench.runs(), () -> {
            try (var lookup = bench.start("sample", bench.surroundings().freshEnvironment())) {
                var seconds = lookup.awaitReady();
                idle[0] = lookup.liveHeapMegabytes();
                return seconds;
            }
        });
        load("CSV", bench.fixtures().csv(), CSV_SECONDS, sample, idle[0]);
        load("ZIP", bench.fixtures().zip(), ZIP_SECONDS, sample, idle[0]);
        if (!bench.quick()) {
            load("ZIP of one CSV an area", bench.fixtures().areasZip(), ZIP_SECONDS, sample, idle[0]);
        }
    }

    private void load(String form, Path postcodes, double target, Figures sample, double idle) {
        bench.progress().say("Loading from " + postcodes.getFileName());
        readOnce(postcodes);
        var cached = Figures.of(bench.runs(), () -> loaded(postcodes, cached()));
        var plain = bench.quick() ? cached : Figures.of(1, () -> loaded(postcodes));
        bench.report()
                .add(
                        "from the %s of %.2f GB to the first right answer, fresh process with its ahead-of-time cache"
                                .formatted(form, postcodes.toFile().length() / 1e9),
                        cached.text("%.2f", "s"),
                        "under %.0f s".formatted(target),
                        plain.text("%.2f", "s without the cache; ") + sample.text("%.2f", "s so with the sample"),
                        cached.median() < target);
        if (!bench.quick() || form.equals("CSV")) {
            heap(form, postcodes, idle);
        }
    }

    private double loaded(Path postcodes, String... options) {
        try (var lookup = bench.start("load", bench.loading(postcodes), options)) {
            return bench.awaitRight(lookup);
        }
    }

    /** Where figures do not matter there is no cache: to write it takes longer than everything else. */
    private String[] cached() {
        return bench.quick() ? new String[0] : new String[] {"-XX:AOTCache=" + cache()};
    }

    /** The ahead-of-time cache of the service, recorded by a start that loads the directory and answers. */
    private Path cache() {
        if (cache == null) {
            cache = bench.folder().resolve("app.aot").toAbsolutePath();
            bench.progress().say("Recording the ahead-of-time cache");
            try (var training =
                    bench.start("training", bench.loading(bench.fixtures().csv()), "-XX:AOTCacheOutput=" + cache)) {
                bench.awaitRight(training);
                bench.sample().check(training, 500);
            }
        }
        return cache;
    }

    /** Loads once more in a heap that has only so much more than the idle service fills: what is not needed cannot stay. */
    private void heap(String form, Path postcodes, double idle) {
        var log = bench.folder().resolve("gc.log");
        var most = (int) Math.ceil(idle) + EXTRA_HEAP_MEGABYTES;
        var options = new String[] {"-Xmx%dm".formatted(most), "-Xlog:gc:file=" + log};
        try (var lookup = bench.start("heap", bench.loading(postcodes), options)) {
            var seconds = bench.awaitRight(lookup);
            bench.report()
                    .add(
                            "peak extra heap while it loads the " + form,
                            "%.0f MB; %.2f s in a heap of %d MB; RSS %.0f MB"
                                    .formatted(peak(log) - idle, seconds, most, lookup.peakResidentMegabytes()),
                            "under %d MB".formatted(EXTRA_HEAP_MEGABYTES),
                            "%.0f MB idle with the sample".formatted(idle),
                            true);
        } catch (CannotMeasure failed) {
            bench.report()
                    .add(
                            "peak extra heap while it loads the " + form,
                            "more than %d MB".formatted(EXTRA_HEAP_MEGABYTES),
                            "under %d MB".formatted(EXTRA_HEAP_MEGABYTES),
                            "%.0f MB idle with the sample".formatted(idle),
                            false);
        }
    }

    void restart() {
        var environment = bench.loading(bench.fixtures().csv());
        try (var first = bench.start("first", environment)) {
            bench.awaitRight(first);
        }
        var cached = Figures.of(bench.runs(), () -> restarted(environment, cached()));
        var plain = bench.quick() ? cached : Figures.of(bench.runs(), () -> restarted(environment));
        bench.report()
                .add(
                        "restart of a replica with data in place, with its ahead-of-time cache",
                        cached.text("%.2f", "s"),
                        "ready in under 2.5 s",
                        plain.text("%.2f", "s without the cache"),
                        cached.median() < RESTART_SECONDS);
    }

    private double restarted(Map<String, String> environment, String... options) {
        try (var lookup = bench.start("restart", environment, options)) {
            lookup.awaitReady();
            return bench.awaitRight(lookup);
        }
    }

    /** The most that the heap held before a collection. */
    private static double peak(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(BEFORE_COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the operating system hold the file in memory: it is the program that is measured, not the disk. */
    private static void readOnce(Path file) {
        try (var in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
