package org.centrallobby.lookup.split;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the list of split postcodes from the UPRN directory. */
@Command(
        name = "splits",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Lists the postcodes through which a boundary runs, as a CSV that the service loads as its splits: from the addresses"
                    + " of the ONS UPRN Directory or the NSUL (Great Britain, some 40 million rows).",
            "Needs constant memory: -Xmx128m is enough for the whole country.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the list is written",
            "1:a file cannot be read, or too many of its rows cannot be used; nothing is written",
            "2:the options cannot be used"
        })
public final class SplitsCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the list is written, at once when it is complete (default: standard output).")
    private @Nullable Path output;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV files with the columns PCDS and PCON24CD (any edition), as they are or in gzip; a folder of them; the ZIP"
                            + " as it is published.")
    private List<Path> files = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var progress = new Progress();
        var derivation = new Derivation(BoundaryFile.read(), progress);
        try (var told = Told.of(progress, err)) {
            var outcome = derivation.read(files);
            write(derivation);
            tell(err, outcome);
            return 0;
        } catch (BadFile e) {
            err.println("splits: " + e.getMessage());
            return 1;
        }
    }

    private void write(Derivation derivation) {
        if (output == null) {
            var out = spec.commandLine().getOut();
            derivation.lines().forEach(line -> out.print(line + "\n"));
            out.flush();
            return;
        }
        var part = output.resolveSibling(output.getFileName() + ".part");
        try {
            try (var out = Files.newBufferedWriter(part)) {
                for (var line : (Iterable<String>) derivation.lines()::iterator) {
                    out.write(line + "\n");
                }
            }
            Files.move(part, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            throw new BadFile(output.toString(), "it cannot be written (%s)".formatted(e.getMessage()));
        }
    }

    private static void tell(PrintWriter err, Derivation.Outcome outcome) {
        err.printf(
                Locale.ROOT,
                "%,d addresses, %,d of them without a postcode or a constituency; %,d postcodes of %d constituencies; %,d are split%n",
                outcome.rows(),
                outcome.outside(),
                outcome.postcodes(),
                outcome.constituencies(),
                outcome.splits());
        if (outcome.rejected() > 0) {
            err.printf(
                    Locale.ROOT,
                    "%,d rows could not be used and were left out, for instance:%n%s%n",
                    outcome.rejected(),
                    Derivation.named(outcome));
        }
        err.flush();
    }
}
