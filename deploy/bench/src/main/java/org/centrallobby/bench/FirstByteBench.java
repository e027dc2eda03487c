package org.centrallobby.bench;

import java.util.Map;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;

/** From the moment in which a mail is asked for to the first byte of its envelope, at 200 a second. */
final class FirstByteBench {
    private static final double PER_SECOND = 200;
    private static final double MILLISECONDS = 1_000;

    private final MailStage stage;

    FirstByteBench(MailStage stage) {
        this.stage = stage;
    }

    void run() {
        var port = Ports.free();
        try (var server = SmtpServer.counting(port, Script.friendly());
                var service = stage.start("mail-first-byte", stage.environment(port, Map.of()))) {
            stage.progress().say("Warming up: %.0f mails a second".formatted(PER_SECOND));
            load(server, stage.quick() ? 1 : 30);
            stage.progress().say("%.0f mails a second".formatted(PER_SECOND));
            var milliseconds = load(server, stage.quick() ? 2 : 120);
            stage.report()
                    .add(
                            "from event to first SMTP byte, %.0f/s, p99".formatted(PER_SECOND),
                            "%.0f ms (median %.0f, longest %.0f)"
                                    .formatted(at(milliseconds, 0.99), at(milliseconds, 0.5), at(milliseconds, 1)),
                            "under 1 s",
                            "",
                            at(milliseconds, 0.99) < MILLISECONDS);
            stage.progress().say("  RSS %.0f MB".formatted(service.peakResidentMegabytes()));
        }
    }

    /** How long each took, the shortest first. */
    private double[] load(SmtpServer server, int seconds) {
        var requested = stage.mails(5_000);
        var count = (int) PER_SECOND * seconds;
        var before = server.count();
        var asked = requested.publishAt(PER_SECOND, 0, count);
        stage.await("mails", server::count, () -> server.count() >= before + count);
        return server.taken().stream()
                .skip(before)
                .flatMapToDouble(mail -> requested.numberOf(mail.messageId()).stream()
                        .mapToDouble(number -> (mail.begun() - asked[number]) / 1e6))
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
