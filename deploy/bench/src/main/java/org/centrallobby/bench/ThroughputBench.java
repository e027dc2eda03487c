package org.centrallobby.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.centrallobby.testbed.Ports;

/** From the Kafka record to a server that has the mail, beside what the server can take and what Postfix passes on. */
final class ThroughputBench {
    private static final double PER_SECOND = 1_000;
    private static final double TIMES_POSTFIX = 3;
    private static final int SESSIONS = 10;
    private static final Duration STRETCH = Duration.ofSeconds(10);

    private final MailStage stage;
    private final int mails;

    ThroughputBench(MailStage stage, int mails) {
        this.stage = stage;
        this.mails = mails;
    }

    /** @param slowest the rate of the slowest ten seconds */
    private record Rate(double perSecond, double slowest) {}

    void run() {
        var without = Postfix.missing();
        var limit = without.isPresent() ? Double.NaN : limit();
        var postfix = without.isPresent() ? Double.NaN : postfix();
        var port = Ports.free();
        try (var service = stage.start("mail-throughput", stage.environment(port, Map.of()))) {
            var sample = MailWarmUp.sample(stage, port);
            try (var sink = MailSink.start(port)) {
                MailWarmUp.send(stage, sink);
                stage.progress().say("%,d mails from Kafka to the server".formatted(mails));
                var time = service.processorTime();
                var databaseTime = stage.surroundings().databaseTime();
                var rate = send(sink);
                var serviceEach = service.processorTime().millisecondsEach(time, mails);
                var databaseEach = stage.surroundings().databaseTime().millisecondsEach(databaseTime, mails);
                report(rate, sample, limit, postfix, without.orElse(""));
                stage.report()
                        .tell(
                                "processor time of a mail there",
                                "%.2f ms service, %.2f ms PostgreSQL".formatted(serviceEach, databaseEach),
                                "2 ms: both processors at 1,000/s");
                stage.report()
                        .tell(
                                "memory of the process after that (RSS, peak)",
                                "%.0f MB".formatted(service.peakResidentMegabytes()),
                                "");
            }
        }
    }

    private Rate send(MailSink sink) {
        var requested = stage.mails(5_000);
        var before = sink.count();
        var stretches = new ArrayList<Double>();
        var begun = System.nanoTime();
        var producer = Thread.ofPlatform().daemon().start(() -> requested.publish(0, mails));
        var last = new long[] {begun, before};
        stage.await("mails", sink::count, () -> {
            var now = System.nanoTime();
            if (now - last[0] >= STRETCH.toNanos()) {
                var count = sink.count();
                stretches.add((count - last[1]) / ((now - last[0]) / 1e9));
                last[0] = now;
                last[1] = count;
            }
            return sink.count() >= before + mails;
        });
        var rate = mails / ((System.nanoTime() - begun) / 1e9);
        join(producer);
        mustBeAll(sink, before + mails);
        return new Rate(
                rate, stretches.stream().mapToDouble(Double::doubleValue).min().orElse(rate));
    }

    /** Whatever came twice would come now. */
    private void mustBeAll(MailSink sink, long wanted) {
        MailStage.pause(stage.quick() ? Duration.ofSeconds(1) : Duration.ofSeconds(10));
        if (sink.count() != wanted) {
            throw new CannotMeasure("%d mails arrived too many".formatted(sink.count() - wanted));
        }
    }

    private double limit() {
        stage.progress().say("smtp-source to smtp-sink");
        var port = Ports.free();
        try (var sink = PostfixSink.start(port)) {
            Postfix.source(port, SESSIONS, Math.min(mails, 20_000), true);
            return Postfix.source(port, SESSIONS, mails, true);
        }
    }

    /** End to end: until the last mail has been passed on. */
    private double postfix() {
        var count = Math.min(mails, 20_000);
        stage.progress().say("Postfix passes %,d mails on".formatted(count));
        var port = Ports.free();
        try (var sink = PostfixSink.start(port);
                var postfix = Postfix.start(port)) {
            var begun = System.nanoTime();
            postfix.accept(SESSIONS, count);
            stage.await("mails", sink::count, () -> sink.count() >= count);
            return count / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private void report(Rate rate, MailWarmUp.Sample sample, double limit, double postfix, String without) {
        var report = stage.report();
        report.add(
                "Kafka record to accepted by the server, %,d mails through the durable queue".formatted(mails),
                "%.0f/s (slowest ten seconds %.0f/s)".formatted(rate.perSecond(), rate.slowest()),
                "at least 1,000/s, sustained",
                without.isEmpty() ? "%.0f/s smtp-source to smtp-sink".formatted(limit) : without,
                rate.perSecond() >= PER_SECOND);
        report.add(
                "what arrives",
                sample.text(),
                "2.5 KB, signed with rsa-sha256 and ed25519-sha256",
                "2,500 bytes, not signed",
                sample.isSignedTwice());
        if (without.isEmpty()) {
            report.add(
                    "the same beside Postfix",
                    "%.1f × Postfix".formatted(rate.perSecond() / postfix),
                    "at least 3 ×",
                    "%.0f/s Postfix from its queue to smtp-sink, %d sessions".formatted(postfix, SESSIONS),
                    rate.perSecond() >= TIMES_POSTFIX * postfix);
        } else {
            report.tell("the same beside Postfix", "not measured", without);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }
}
