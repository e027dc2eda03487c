package org.centrallobby.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every bench is told in the same way, and where its things are. */
final class Options {
    @Option(names = "--quick", description = "Small and once: whether everything can be measured, not how fast it is.")
    private boolean quick;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where logs, the table and what is generated go (default: target/bench).")
    private @Nullable Path work;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Whether it only matters that everything can be measured. */
    boolean quick() {
        return quick;
    }

    /** The checkout that is measured. */
    static Path home() {
        return Path.of(System.getProperty("central-lobby.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Where logs and the table go; it is there. */
    Path folder() throws IOException {
        var folder = work == null ? home().resolve("target/bench") : work.toAbsolutePath();
        return Files.createDirectories(folder.resolve(quick ? "quick" : "full"));
    }

    /**
     * A service as it was packaged.
     *
     * @param name for instance {@code mail-service}
     * @throws CannotMeasure where it is not built
     */
    Service.Application application(String name) {
        var folder = home().resolve(name).resolve("target/quarkus-app");
        if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
            throw new CannotMeasure(
                    "The %s is not built: run one of the commands in deploy/bench, or mvn package".formatted(name));
        }
        return Service.Application.of(folder, quick);
    }

    /** Writes the table beside the logs and shows it. */
    void publish(Report report, String name, Progress progress) throws IOException {
        var table = report.markdown();
        var file = Files.writeString(folder().resolve(name + ".md"), table);
        progress.say("%n%s%nWritten to %s".formatted(table, file));
    }

    /** What the machine and the JVM are, and whether the machine is busy: the first line of a table. */
    String title(String subject) {
        return "%s: %d cores, Java %s.%s"
                .formatted(
                        quick ? "Small, once, figures without meaning" : subject,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        quick ? "" : Machine.otherWork());
    }
}
