package org.centrallobby.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the three services together and prints what came of it: the Java half of {@code deploy/bench/platform}. */
@Command(
        name = "deploy/bench/platform",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures the three services together, as they ship, with PostgreSQL, Kafka, a mail server and the load on the same machine:"
                    + " how soon they are ready, what memory they have, and what a broadcast does to them.",
            "It takes half an hour. Close whatever else the machine is doing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target was met; with --quick: everything could be measured",
            "1:a target was missed, or something could not be measured",
            "2:the options cannot be used"
        })
final class PlatformBench implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description =
                    "Of these alone: 1 start and memory, 2 the surge of a broadcast, 3 the long tail, 4 a widget on a front page.")
    private List<Integer> only = List.of(1, 2, 3, 4);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long the surge is held (default: ${DEFAULT-VALUE}); the long tail lasts half of it.")
    private double minutes = 10;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Progress progress = new Progress(System.out);

    public static void main(String... arguments) {
        Launch.of(new PlatformBench(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var quick = options.quick();
        var folder = options.folder();
        var report = new Report(options.title("The platform"));
        var parts = new Parts("deploy/bench/platform", only, progress);
        var constituencies = List.copyOf(BoundaryFile.read().all());
        var country =
                Country.invented(constituencies.stream().map(Constituency::code).toList());
        var fixtures = Fixtures.in(folder.resolve("data-" + country.size()), country, constituencies, progress);
        var post = new Post();
        try (var surroundings = Surroundings.start();
                var server = SmtpServer.handing(Ports.free(), Script.friendly(), post::take);
                var installation = new Installation(options, surroundings, fixtures, server.port())) {
            var stage = new PlatformStage(
                    quick,
                    quick ? 0.02 : minutes,
                    surroundings,
                    installation,
                    new Writers(Sample.read(fixtures.sample())),
                    post,
                    progress,
                    report);
            var start = new StartBench(stage);
            start.train();
            parts.measure(1, "start and memory", start::run);
            parts.measure(2, "the surge of a broadcast", () -> fresh(stage, new SurgeBench(stage)::run));
            parts.measure(3, "the long tail", () -> running(stage, new LongTailBench(stage)::run));
            parts.measure(4, "a widget on a front page", () -> running(stage, new FrontPageBench(stage)::run));
        }
        options.publish(report, "platform", progress);
        return parts.allMeasured() && (quick || report.allMet()) ? 0 : 1;
    }

    /** Processes that have just been started: nobody warms a service up for a broadcast. */
    private static void fresh(PlatformStage stage, Runnable part) {
        stage.installation().stop(Duration.ofSeconds(20));
        running(stage, part);
    }

    private static void running(PlatformStage stage, Runnable part) {
        if (!stage.installation().isRunning()) {
            stage.installation().start();
            stage.awaitSeats();
        }
        part.run();
    }
}
