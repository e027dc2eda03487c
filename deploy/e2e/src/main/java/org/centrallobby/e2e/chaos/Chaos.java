package org.centrallobby.e2e.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Breaks the platform at random while letters flow, and audits every letter: the Java half of {@code deploy/e2e/chaos}. */
@Command(
        name = "deploy/e2e/chaos",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Starts the packaged services with a PostgreSQL, a Kafka and an SMTP server of their own, and kills, pauses, restarts and"
                    + " misleads them by a plan made from the seed, while supporters hand in letters and confirm them. Then every"
                    + " letter is looked up in the three databases and at the SMTP server. It takes the minutes of the faults and"
                    + " two to five more, and about 3 GB of memory.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no letter was lost and all accounts agree",
            "1:a letter was lost, or accounts contradict each other, or the run could not be finished",
            "2:the options cannot be used"
        })
final class Chaos implements Callable<Integer> {
    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long there are faults (default: ${DEFAULT-VALUE}).")
    private double minutes = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "What the plan is made from: the same seed and minutes are the same plan (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "How many supporters come in a second, whether or not the platform keeps up (default: ${DEFAULT-VALUE}).")
    private double rate = 4;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where the data, logs and the ledger go; emptied at the start (default: target/chaos).")
    private @Nullable Path work;

    @Option(names = "--plan", description = "Print the plan and do nothing.")
    private boolean planOnly;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    public static void main(String... arguments) {
        var code = new CommandLine(new Chaos())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println("deploy/e2e/chaos: " + e);
                    e.printStackTrace();
                    return 1;
                })
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var faults = Duration.ofMillis(Math.round(minutes * 60_000));
        if (planOnly) {
            System.out.println(Plan.of(seed, faults).text());
            return 0;
        }
        var home = Path.of(System.getProperty("central-lobby.home", "."))
                .toAbsolutePath()
                .normalize();
        var folder = work == null ? home.resolve("target/chaos") : work.toAbsolutePath();
        if (Files.exists(folder)) {
            Stage.remove(folder);
        }
        var outcome = new ChaosRun(home, folder, seed, faults, Duration.ofMinutes(5), rate, Chaos::say).run();
        say("%nSeed %d, %s minutes, %s supporters a second%n%n%s".formatted(seed, minutes, rate, outcome.text()));
        say("Written to " + Files.writeString(folder.resolve("ledger.md"), outcome.text()));
        return outcome.ledger().isClean() ? 0 : 1;
    }

    private static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
