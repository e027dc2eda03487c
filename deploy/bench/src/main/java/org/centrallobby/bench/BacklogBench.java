package org.centrallobby.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.centrallobby.testbed.Ports;

/** A queue in which a million mails wait: whether taking the next ones costs more than from a short one, and the memory. */
final class BacklogBench {
    private static final double P99_MILLISECONDS = 20;
    private static final double FLAT = 0.2;
    private static final double HEAP_MEGABYTES = 512;
    private static final int PARTS = 10;
    private static final String CLAIMS = "queue_claim_seconds";

    private final MailStage stage;
    private final int backlog;

    BacklogBench(MailStage stage, int backlog) {
        this.stage = stage;
        this.backlog = backlog;
    }

    /**
     * Claims while one tenth of the backlog was sent.
     *
     * @param mean milliseconds of all claims of that time
     * @param p99 of these, in milliseconds
     */
    private record Tenth(double mean, double p99) {}

    void run() {
        var port = Ports.free();
        try (var service = stage.start("mail-backlog", stage.environment(port, Map.of()))) {
            var queue = new MailQueue(service);
            try (var sink = MailSink.start(port)) {
                MailWarmUp.send(stage, sink);
                queue.pause();
                fill(queue);
                stage.progress().say("%,d mails wait and are sent now".formatted(backlog));
                // Before the first of them leaves: the count decides when the last one has.
                var sent = sink.count();
                queue.resume();
                report(drain(service, sink, sent));
            }
        }
    }

    private void fill(MailQueue queue) {
        var before = queue.all();
        var requested = stage.mails(100_000);
        var producer = Thread.ofPlatform().daemon().start(() -> requested.publish(0, backlog));
        // To count a million rows takes a while.
        while (queue.all() < before + backlog) {
            stage.progress().say("  %,d mails wait".formatted(queue.waiting()));
            MailStage.pause(Duration.ofSeconds(stage.quick() ? 1 : 15));
            if (!producer.isAlive() && queue.all() == before) {
                throw new CannotMeasure("No mails come into the queue");
            }
        }
    }

    private record Drain(List<Tenth> tenths, double perSecond, double heapMegabytes) {}

    private Drain drain(Service service, MailSink sink, long first) {
        var tenths = new ArrayList<Tenth>();
        var heap = 0.0;
        var begun = System.nanoTime();
        var before = Metrics.of(service);
        for (var part = 1; part <= PARTS; part++) {
            var wanted = first + (long) backlog * part / PARTS;
            var most = new double[1];
            var looked = new long[] {System.nanoTime()};
            stage.await("mails", sink::count, () -> {
                if (System.nanoTime() - looked[0] > Duration.ofSeconds(2).toNanos()) {
                    looked[0] = System.nanoTime();
                    most[0] = Math.max(most[0], heap(Metrics.of(service)));
                }
                return sink.count() >= wanted;
            });
            var now = Metrics.of(service);
            heap = Math.max(heap, Math.max(most[0], heap(now)));
            var tenth = tenth(before, now);
            tenths.add(tenth);
            stage.progress()
                    .say("  tenth %d: claim p99 %.1f ms, mean %.1f ms".formatted(part, tenth.p99(), tenth.mean()));
            before = now;
        }
        return new Drain(tenths, backlog / ((System.nanoTime() - begun) / 1e9), heap);
    }

    private static Tenth tenth(Metrics before, Metrics after) {
        var claims = after.sum(CLAIMS + "_count") - before.sum(CLAIMS + "_count");
        var seconds = after.sum(CLAIMS + "_sum") - before.sum(CLAIMS + "_sum");
        return new Tenth(1000 * seconds / claims, 1000 * after.quantileSince(before, CLAIMS, 0.99));
    }

    private static double heap(Metrics metrics) {
        return metrics.sum("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
    }

    private void report(Drain drain) {
        var report = stage.report();
        // What leaves last was claimed in the tenth before, where there is little.
        var claiming = drain.tenths().stream().filter(tenth -> tenth.p99() > 0).toList();
        if (claiming.isEmpty()) {
            throw new CannotMeasure("The service tells of no claims");
        }
        var first = claiming.getFirst();
        var last = claiming.getLast();
        var worst = claiming.stream().mapToDouble(Tenth::p99).max().orElse(Double.NaN);
        report.add(
                "claim of the next mails, backlog of %,d, p99".formatted(backlog),
                "%.1f ms at worst".formatted(worst),
                "under 20 ms",
                "",
                worst < P99_MILLISECONDS);
        report.add(
                "the same from the first tenth to the last",
                "p99 %.1f to %.1f ms, mean %.2f to %.2f ms"
                        .formatted(first.p99(), last.p99(), first.mean(), last.mean()),
                "the mean flat, ± 20 %",
                "",
                Math.abs(last.mean() / first.mean() - 1) <= FLAT);
        report.tell("how fast the backlog leaves", "%.0f/s".formatted(drain.perSecond()), "");
        report.add(
                "heap meanwhile, at most",
                "%.0f MB of the 256 it may have".formatted(drain.heapMegabytes()),
                "under 512 MB",
                "",
                drain.heapMegabytes() < HEAP_MEGABYTES);
    }
}
