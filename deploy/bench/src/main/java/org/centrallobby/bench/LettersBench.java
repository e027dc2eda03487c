package org.centrallobby.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the letter service and prints what came of it: the Java half of {@code deploy/bench/letters}. */
@Command(
        name = "deploy/bench/letters",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures the letter service: each figure beside its baseline, in the same run. PostgreSQL, Kafka and the load run on the"
                    + " same machine.",
            "It takes some twenty minutes and 10 GB in the folder for temporary files. Close whatever else the machine is doing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target was met; with --quick: everything could be measured",
            "1:a target was missed, or something could not be measured",
            "2:the options cannot be used"
        })
final class LettersBench implements Callable<Integer> {
    private static final int LETTERS = 1_000_000;

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description =
                    "Of these alone: 1 letters handed in, 2 confirmations, 3 preview of a letter, 4 preview of all seats, 5"
                            + " statistics, 6 export.")
    private List<Integer> only = List.of(1, 2, 3, 4, 5, 6);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long letters come at 500 a second (default: ${DEFAULT-VALUE}).")
    private double minutes = 5;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Progress progress = new Progress(System.out);

    public static void main(String... arguments) {
        Launch.of(new LettersBench(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var quick = options.quick();
        var folder = options.folder();
        var application = options.application("letter-service");
        var report = new Report(options.title("Letter service"));
        var parts = new Parts("deploy/bench/letters", only, progress);
        var seats = new Seats();
        try (var surroundings = Surroundings.start();
                var lookup = LookupStub.start(seats)) {
            var environment = surroundings.freshEnvironment();
            environment.putAll(Map.of("MP_LOOKUP_URL", lookup.url(), "HTTP_TRUSTED_PROXIES", "127.0.0.1"));
            // Letters are counted as always; above the first two a proof of work would be asked for, which is the
            // browser's
            // to do, and confirmations all come from this machine.
            environment.putAll(Map.of(
                    "LIMITS_CAMPAIGN_FREE",
                    "1000000000",
                    "LIMITS_MEMBER_FREE",
                    "1000000000",
                    "LIMITS_REQUESTS",
                    "1000000000"));
            seats.announce(surroundings.broker());
            try (var service = Service.start(application, environment, folder.resolve("letters.log"));
                    var database = Database.open(environment)) {
                service.awaitReady();
                Seats.awaitKnown(database);
                var stage = new LetterStage(
                        quick,
                        quick ? 0.02 : minutes,
                        surroundings,
                        application,
                        environment,
                        service,
                        database,
                        seats,
                        LetterStage.organisation(service),
                        folder,
                        progress,
                        report);
                measure(parts, stage);
                report.tell(
                        "memory of the process after that (RSS, peak)",
                        "%.0f MB".formatted(service.peakResidentMegabytes()),
                        "");
            }
        }
        options.publish(report, "letters", progress);
        return parts.allMeasured() && (quick || report.allMet()) ? 0 : 1;
    }

    private void measure(Parts parts, LetterStage stage) {
        parts.measure(1, "letters handed in", new AcceptBench(stage)::run);
        parts.measure(2, "confirmations", new ConfirmBench(stage)::run);
        parts.measure(3, "preview of a letter", new LetterPreviewBench(stage)::run);
        parts.measure(4, "preview of all seats", new SeatsBench(stage)::run);
        var large = new LargeCampaign(stage, options.quick() ? 10_000 : LETTERS);
        parts.measure(5, "statistics", new StatisticsBench(stage, large)::run);
        parts.measure(6, "export", new ExportBench(stage, large)::run);
    }
}
