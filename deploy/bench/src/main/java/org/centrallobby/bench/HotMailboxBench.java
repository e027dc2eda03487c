package org.centrallobby.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;
import org.centrallobby.testbed.smtp.TakenMail;

/** Tens of thousands of letters to one mailbox beside a hundred to others, with two replicas: the ceiling, and who waits for whom. */
final class HotMailboxBench {
    private static final Duration OTHERS_WITHIN = Duration.ofMinutes(1);
    private static final String HOT = "hot@office-hot.example";
    private static final int OTHERS = 100;

    private final MailStage stage;

    HotMailboxBench(MailStage stage) {
        this.stage = stage;
    }

    void run() {
        if (stage.quick()) {
            measure(200, 30, 10, Duration.ofSeconds(4));
        } else {
            measure(50_000, 30, 10, Duration.ofMinutes(3));
            // The same with a ceiling under which so many leave in these minutes that its evenness shows.
            measure(5_000, 3_600, 30, Duration.ofMinutes(3));
        }
    }

    /** @param ceiling the most in an hour, of which {@code burst} may come at once */
    private void measure(int letters, int ceiling, int burst, Duration watched) {
        stage.progress().say("%,d letters at one mailbox, a ceiling of %,d an hour".formatted(letters, ceiling));
        var port = Ports.free();
        var environment = stage.environment(
                port,
                Map.of(
                        "PACING_MAILBOX_CEILING",
                        Integer.toString(ceiling),
                        "PACING_MAILBOX_BURST",
                        Integer.toString(burst)));
        try (var server = SmtpServer.counting(port, Script.friendly());
                var one = stage.start("mail-hot-1", environment);
                var other = stage.start("mail-hot-2", environment)) {
            var queue = new MailQueue(one);
            var hot = stage.mails(1);
            var others = stage.mails(OTHERS);
            queue.pause();
            hot.publishTo(HOT, 0, letters);
            stage.await("mails", queue::all, () -> queue.all() >= letters);
            others.publish(0, OTHERS);
            stage.await("mails", queue::all, () -> queue.all() >= letters + OTHERS);
            var begun = System.nanoTime();
            queue.resume();
            stage.await(
                    "mails to others",
                    () -> System.nanoTime() / 10_000_000_000L,
                    () -> arrived(server, false).size() >= OTHERS
                            || System.nanoTime() - begun
                                    > OTHERS_WITHIN.multipliedBy(2).toNanos());
            MailStage.pause(watched.minusNanos(Math.min(System.nanoTime() - begun, watched.toNanos())));
            stage.progress().say("  RSS %.0f MB".formatted(other.peakResidentMegabytes()));
            report(letters, ceiling, burst, watched, begun, server);
        }
    }

    private void report(int letters, int ceiling, int burst, Duration watched, long begun, SmtpServer server) {
        var hot = times(arrived(server, true));
        var minute = mostInAWindow(hot, Duration.ofMinutes(1).toNanos());
        var hour = mostInAWindow(hot, Duration.ofHours(1).toNanos());
        var aMinute = burst + ceiling / 60 + 1;
        var others = times(arrived(server, false));
        var last = others.length < OTHERS ? Double.NaN : (others[others.length - 1] - begun) / 1e9;
        stage.report()
                .add(
                        "%,d letters at one mailbox, ceiling of %,d an hour, two replicas, in %d s"
                                .formatted(letters, ceiling, watched.toSeconds()),
                        "%,d, in the fullest minute %,d".formatted(hour, minute),
                        "some, and never more than %,d in an hour and %,d in a minute".formatted(ceiling, aMinute),
                        "",
                        hour > 0 && hour <= ceiling && minute <= aMinute);
        stage.report()
                .add(
                        "%d at others behind them: until the last".formatted(OTHERS),
                        "%.1f s".formatted(last),
                        "within a minute",
                        "",
                        last <= OTHERS_WITHIN.toSeconds());
    }

    private static List<TakenMail> arrived(SmtpServer server, boolean hot) {
        return server.taken().stream()
                .filter(mail -> mail.recipient().equals(HOT) == hot)
                .toList();
    }

    private static long[] times(List<TakenMail> mails) {
        return mails.stream().mapToLong(TakenMail::taken).sorted().toArray();
    }

    /** The most moments that any stretch of that length holds. */
    static int mostInAWindow(long[] sorted, long length) {
        var most = 0;
        var first = 0;
        for (var last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= length) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
