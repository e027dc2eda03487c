package org.centrallobby.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.smtp.Answer;
import org.centrallobby.testbed.smtp.SmtpServer;

/** Kills the service again and again while it sends, and accounts for every mail. */
final class KillBench {
    /** The server answers the end of a mail after up to this. */
    private static final int MOST_MILLISECONDS = 50;

    /** How long after its first mail a process lives at most. */
    private static final int LIFE_MILLISECONDS = 400;

    private static final int MAILS_A_KILL = 100;

    private final MailStage stage;
    private final int kills;

    KillBench(MailStage stage, int kills) {
        this.stage = stage;
        this.kills = kills;
    }

    void run() {
        var port = Ports.free();
        var environment = stage.environment(
                port,
                // What a dead process held is taken over soon, so that every process finds work.
                Map.of("QUEUE_LEASE", "2s", "QUEUE_UNCERTAIN_RETRY", "3s", "QUEUE_FIRST_RETRY", "1s"));
        var cache = recordCache(environment);
        var requested = stage.mails(5_000);
        var mails = kills * MAILS_A_KILL;
        try (var server = SmtpServer.counting(port, moment -> moment.is(".") ? slowly() : null)) {
            for (var kill = 0; kill < kills; kill++) {
                requested.publish(kill * MAILS_A_KILL, MAILS_A_KILL);
                killOne(environment, cache, server);
                if ((kill + 1) % 20 == 0) {
                    stage.progress().say("  killed %d times, %,d mails arrived".formatted(kill + 1, server.count()));
                }
            }
            try (var last = stage.start("mail-kill", environment)) {
                var queue = new MailQueue(last);
                stage.await("mails", server::count, () -> queue.all() >= mails && queue.waiting() == 0);
                report(Ledger.of(requested, mails, server.taken(), queue), mails);
            }
        }
    }

    private static Answer slowly() {
        return Answer.reply("250 2.0.0 Ok")
                .after(Duration.ofMillis(ThreadLocalRandom.current().nextInt(MOST_MILLISECONDS + 1)));
    }

    private void killOne(Map<String, String> environment, String[] cache, SmtpServer server) {
        var before = server.count();
        var service = Service.start(
                stage.application().with(cache), environment, stage.folder().resolve("mail-killed.log"));
        try {
            service.awaitReady();
            stage.await("mails", server::count, () -> server.count() > before);
            MailStage.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LIFE_MILLISECONDS)));
        } finally {
            service.kill();
        }
    }

    /** A process that starts sooner is killed sooner: its classes come from a cache. */
    private String[] recordCache(Map<String, String> environment) {
        if (stage.quick()) {
            // To record it takes longer than it saves.
            return new String[0];
        }
        var cache = stage.folder().toAbsolutePath().resolve("mail.aot");
        try {
            Files.deleteIfExists(cache);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        stage.start("mail-cache", environment, "-XX:AOTCacheOutput=" + cache).close();
        return Files.exists(cache) ? new String[] {"-XX:AOTCache=" + cache} : new String[0];
    }

    private void report(Ledger ledger, int mails) {
        var report = stage.report();
        stage.progress().say(ledger.text());
        report.add(
                "%,d mails, the service killed %d times: lost".formatted(mails, kills),
                "%d".formatted(ledger.lost()),
                "none",
                "",
                ledger.lost() == 0);
        report.add(
                "arrived twice",
                "%d (%d more than twice)".formatted(ledger.doubled(), ledger.moreThanTwice()),
                "no more than the uncertain ones, none more than twice",
                "%d uncertain".formatted(ledger.uncertain()),
                ledger.doubled() <= ledger.uncertain() && ledger.moreThanTwice() == 0);
        report.add(
                "of them with another Message-ID, or not told as uncertain by the service",
                "%d, %d".formatted(ledger.otherwiseNamed(), ledger.unexplained()),
                "none",
                "",
                ledger.otherwiseNamed() == 0 && ledger.unexplained() == 0);
    }
}
