package org.centrallobby.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the mail service and prints what came of it: the Java half of {@code deploy/bench/mail}. */
@Command(
        name = "deploy/bench/mail",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures the mail service: each figure beside its target, and beside smtp-source, smtp-sink and Postfix in the same"
                    + " run. PostgreSQL, Kafka and the load run on the same machine. Nothing leaves it.",
            "It takes an hour and a half and 20 GB in the folder for temporary files. Close whatever else the machine is doing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target was met; with --quick: everything could be measured",
            "1:a target was missed, or something could not be measured",
            "2:the options cannot be used"
        })
final class MailBench implements Callable<Integer> {

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description =
                    "Of these alone: 1 from Kafka to the server, 2 from Kafka into the queue, 3 the first byte, 4 a large backlog,"
                            + " 5 one hot mailbox, 6 kill -9.")
    private List<Integer> only = List.of(1, 2, 3, 4, 5, 6);

    @Option(
            names = "--mails",
            paramLabel = "N",
            description = "How many mails the first two send (default: ${DEFAULT-VALUE}).")
    private int mails = 100_000;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            description = "How many mails the fourth lets wait (default: ${DEFAULT-VALUE}).")
    private int backlog = 1_000_000;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "How often the sixth kills the service (default: ${DEFAULT-VALUE}).")
    private int kills = 200;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Progress progress = new Progress(System.out);

    public static void main(String... arguments) {
        Launch.of(new MailBench(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var quick = options.quick();
        var folder = options.folder();
        var application = options.application("mail-service");
        var report = new Report(options.title("Mail service"));
        var parts = new Parts("deploy/bench/mail", only, progress);
        try (var surroundings = Surroundings.start()) {
            measure(parts, new MailStage(quick, surroundings, application, folder, progress, report));
        }
        options.publish(report, "mail", progress);
        return parts.allMeasured() && (quick || report.allMet()) ? 0 : 1;
    }

    private void measure(Parts parts, MailStage stage) {
        parts.measure(1, "from Kafka to the server", new ThroughputBench(stage, options.quick() ? 500 : mails)::run);
        parts.measure(2, "from Kafka into the queue", new IngestBench(stage, options.quick() ? 500 : mails)::run);
        parts.measure(3, "the first byte", new FirstByteBench(stage)::run);
        parts.measure(4, "a large backlog", new BacklogBench(stage, options.quick() ? 500 : backlog)::run);
        parts.measure(5, "one hot mailbox", new HotMailboxBench(stage)::run);
        parts.measure(6, "kill -9", new KillBench(stage, options.quick() ? 2 : kills)::run);
    }
}
