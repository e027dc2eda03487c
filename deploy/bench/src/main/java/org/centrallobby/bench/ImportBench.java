package org.centrallobby.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Lookups while the operator loads other postcodes. */
final class ImportBench {
    private static final int CONNECTIONS = 16;

    /** About a thousand lookups a second: what a very large campaign brings. */
    private static final int PAUSE_MILLISECONDS = 15;

    private static final double FACTOR = 2;

    private final Bench bench;

    ImportBench(Bench bench) {
        this.bench = bench;
    }

    void run() {
        try (var lookup = bench.start("import", bench.loading(bench.fixtures().csv()))) {
            bench.awaitRight(lookup);
            var paths = bench.wrk().paths("import", bench.sample().paths());
            bench.wrk().run(lookup.url(), paths, CONNECTIONS, bench.seconds(), 0);
            var duration = put(lookup, 1);
            var quiet = new ArrayList<Wrk.Result>();
            var busy = new ArrayList<Wrk.Result>();
            for (var round = 0; round < bench.runs(); round++) {
                var seconds = Math.max(1, (int) Math.floor(duration));
                quiet.add(bench.wrk().run(lookup.url(), paths, CONNECTIONS, seconds, PAUSE_MILLISECONDS));
                var leftOut = round % 2 * 2;
                var importing = CompletableFuture.supplyAsync(() -> put(lookup, leftOut));
                busy.add(bench.wrk().run(lookup.url(), paths, CONNECTIONS, seconds, PAUSE_MILLISECONDS));
                duration = importing.join();
            }
            bench.sample().check(lookup, 1000);
            report(quiet, busy);
        }
    }

    /** Sends the directory without its last rows: others than are loaded, or there would be nothing to import. */
    private double put(Service lookup, int leftOut) {
        var file = bench.fixtures().csv();
        var bytes = withoutLastRows(file, leftOut);
        var begun = System.nanoTime();
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> beginning(file, bytes));
        var answer = lookup.send(lookup.request("/v1/dataset/postcodes")
                .header("Authorization", "Bearer " + Surroundings.OPERATOR_KEY)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.fromPublisher(body, bytes)));
        if (answer.statusCode() / 100 != 2) {
            throw new CannotMeasure(
                    "The import was refused with status %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        bench.progress().say("  imported %.2f GB in %.1f s".formatted(bytes / 1e9, seconds));
        return seconds;
    }

    private static InputStream beginning(Path file, long bytes) {
        try {
            return BoundedInputStream.of(Files.newInputStream(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long withoutLastRows(Path file, int rows) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var end = bytes.length();
            for (var left = rows; left > 0; left--) {
                do {
                    bytes.seek(--end - 1);
                } while (bytes.read() != '\n');
            }
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(ArrayList<Wrk.Result> quiet, ArrayList<Wrk.Result> busy) {
        var p99 = new Figures(busy.stream().map(Wrk.Result::p99).toList());
        var quietP99 = new Figures(quiet.stream().map(Wrk.Result::p99).toList());
        bench.report()
                .add(
                        "lookups during an import, p99 at %.0f/s"
                                .formatted(busy.getLast().perSecond()),
                        p99.text("%.2f", "ms"),
                        "within 2 × of the quiet one",
                        quietP99.text("%.2f", "ms quiet"),
                        p99.median() <= FACTOR * quietP99.median());
        var failed = busy.stream().mapToLong(Wrk.Result::failed).sum();
        bench.report().add("requests that failed during imports", Long.toString(failed), "0", "", failed == 0);
    }
}
