package org.centrallobby.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** Starts the whole platform on this machine and stays until it is told to stop: the Java half of {@code deploy/run}. */
@Command(
        name = "deploy/run",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Starts Central Lobby on this machine: PostgreSQL, Kafka, a mailbox and the three services, with a campaign to take"
                    + " part in. Nothing leaves the machine. Ctrl-C stops all of it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped by Ctrl-C; with --check: every step succeeded",
            "1:a part could not be started, or a step of the check failed",
            "2:the options cannot be used"
        })
final class LocalPlatform implements Callable<Integer> {
    private static final int DEFAULT_BASE = 8080;

    /** Loggers are held weakly: without a reference the level set below would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept; the next start finds it again (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description =
                    "Deliver mail to this SMTP server instead of to the mailbox: to nobody but --allow-recipients names.")
    private @Nullable String smtp;

    @Option(
            names = "--allow-recipients",
            paramLabel = "WHO",
            split = ",",
            description =
                    "With --smtp: the addresses and domains that may get mail, separated by commas; * for everybody"
                            + " (default: nobody, and every mail fails with that reason).")
    private List<String> allowedRecipients = List.of();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "Seven consecutive ports from N: letter, lookup, mail, mailbox page, SMTP, PostgreSQL, Kafka (default: 8080).")
    private @Nullable Integer portBase;

    @Option(
            names = "--postcodes",
            paramLabel = "FILE",
            description = "Postcodes from this file (ONS Postcode Directory, NSPL, CSV) instead of the sample.")
    private @Nullable Path postcodes;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = "Seats and members from this CSV file instead of the sample.")
    private @Nullable Path members;

    @Option(
            names = "--check",
            description =
                    "On free ports and with throw-away data: take part as a supporter, say how long each step took, and stop.")
    private boolean check;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public static void main(String... arguments) {
        var commandLine = new CommandLine(new LocalPlatform())
                .setParameterExceptionHandler((e, a) -> {
                    System.err.println(e.getMessage() + " (see deploy/run --help)");
                    return 2;
                })
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println(
                            e instanceof CannotStart || e instanceof Check.Failed || e instanceof Api.Refused
                                    ? "deploy/run: " + e.getMessage()
                                    : "deploy/run: " + e);
                    return 1;
                });
        var code = commandLine.execute(arguments);
        // Threads of the broker may outlive its stop.
        Runtime.getRuntime().halt(code);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var progress = new Progress(System.out);
        var settings = settings();
        logTo(settings.data());
        if (check) {
            check(settings, progress);
        } else {
            run(settings, progress);
        }
        return 0;
    }

    private static void run(Settings settings, Progress progress) throws InterruptedException {
        var stop = new CountDownLatch(1);
        for (var name : new String[] {"INT", "TERM", "HUP"}) {
            Signal.handle(new Signal(name), signal -> {
                if (stop.getCount() == 0) {
                    progress.say("Still stopping: the services finish what they are at.");
                }
                stop.countDown();
            });
        }
        progress.say("Starting Central Lobby; its data are in " + settings.data());
        try (var platform = Platform.start(settings, progress)) {
            var demo = Demo.publish(platform);
            try (var page = MailboxPage.start(platform, demo.slug())) {
                var file = PlatformFile.write(platform, demo);
                // The processes in it are others then.
                platform.afterRestart(() -> PlatformFile.write(platform, demo));
                progress.say(Welcome.text(platform, demo));
                stop.await();
                platform.afterRestart(() -> {});
                file.remove();
                progress.say("\nStopping.");
            }
        }
        progress.say("Stopped.");
    }

    private static void check(Settings settings, Progress progress) throws IOException {
        try (var platform = Platform.start(settings, progress)) {
            var demo = Demo.publish(platform);
            try (var page = MailboxPage.start(platform, demo.slug())) {
                progress.say("Taking part:");
                new Check(platform, demo, progress).run();
                var mailbox = platform.mailbox();
                if (ServiceProcess.TRAINING > 0 && mailbox != null) {
                    progress.step(
                            "rehearsal of a busy day",
                            new Rehearsal(platform, mailbox, demo, ServiceProcess.TRAINING)::run);
                }
            }
        } finally {
            delete(settings.data());
        }
        progress.say("All is well.");
    }

    private Settings settings() throws IOException {
        var home = Path.of(System.getProperty("central-lobby.home", "."))
                .toAbsolutePath()
                .normalize();
        if (check && (smtp != null || portBase != null)) {
            throw new CannotStart("--check uses a mailbox and ports of its own: leave --smtp and --port-base out.");
        }
        if (smtp == null && !allowedRecipients.isEmpty()) {
            throw new CannotStart(
                    "--allow-recipients goes with --smtp: the mailbox on this machine takes mail for everybody.");
        }
        return new Settings(
                home,
                check
                        ? Files.createTempDirectory("central-lobby-check")
                        : data.toAbsolutePath().normalize(),
                check ? Addresses.free() : Addresses.from(portBase == null ? DEFAULT_BASE : portBase),
                relay(),
                readable(postcodes),
                readable(members),
                ServiceProcess.TRAINING > 0 ? Rehearsal.SETTINGS : Map.of(),
                !check);
    }

    private Settings.@Nullable Relay relay() {
        if (smtp == null) {
            return null;
        }
        var colon = smtp.lastIndexOf(':');
        try {
            var relay = new Settings.Relay(
                    smtp.substring(0, colon), Integer.parseInt(smtp.substring(colon + 1)), allowedRecipients);
            if (members != null && !java.net.InetAddress.getByName(relay.host()).isLoopbackAddress()) {
                throw new CannotStart(
                        "With --members the addresses are those of real offices: --smtp must be a server on this machine.");
            }
            return relay;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new CannotStart("--smtp takes HOST:PORT, for instance localhost:2525, not " + smtp, e);
        } catch (java.net.UnknownHostException e) {
            throw new CannotStart("--smtp names a host that nobody knows: " + smtp, e);
        }
    }

    private static @Nullable Path readable(@Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new CannotStart("%s cannot be read.".formatted(file));
        }
        return file;
    }

    /** What the broker, PostgreSQL and the SMTP server tell goes to a file, not over the progress. */
    private static void logTo(Path data) {
        LogManager.getLogManager().reset();
        try {
            var handler = new FileHandler(Files.createDirectories(data.resolve("logs")) + "/platform.log", true);
            handler.setFormatter(new SimpleFormatter());
            ROOT.addHandler(handler);
            ROOT.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written to: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
