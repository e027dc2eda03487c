package org.centrallobby.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.constituency.Constituency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the lookup service and prints what came of it: the Java half of {@code deploy/bench/lookup}. */
@Command(
        name = "deploy/bench/lookup",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures the lookup service on a postcode directory of full size: each figure beside its baseline, in the same run.",
            "The directory is generated once from the two lists of real postcodes in the folder that CENTRAL_LOBBY_DATA names"
                    + " (or ../shared/data/lookup beside the checkout) and kept in target/bench; it takes 2 GB there.",
            "Close whatever else the machine is doing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target was met; with --quick: everything could be measured",
            "1:a target was missed, or something could not be measured",
            "2:the options cannot be used"
        })
final class LookupBench implements Callable<Integer> {
    private static final int ADDRESSES = 5_000_000;

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description =
                    "Of these alone: 1 the index, 2 lookups through HTTP, 3 loading, 4 restart, 5 lookups during an import, 6 the"
                            + " splits command.")
    private List<Integer> only = List.of(1, 2, 3, 4, 5, 6);

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often each figure is taken; the median counts (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each load lasts (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Progress progress = new Progress(System.out);

    public static void main(String... arguments) {
        Launch.of(new LookupBench(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var quick = options.quick();
        var home = Options.home();
        var folder = options.folder();
        var constituencies = List.copyOf(BoundaryFile.read().all());
        var country = quick
                ? Country.invented(
                        constituencies.stream().map(Constituency::code).toList())
                : Country.real(data(home));
        var fixtures = Fixtures.in(folder.resolve("data-" + country.size()), country, constituencies, progress);
        var report = new Report(
                options.title("Lookup service, %,d postcodes, medians of %d runs".formatted(country.size(), runs)));
        var application = options.application("deploy/bench/app");
        var parts = new Parts("deploy/bench/lookup", only, progress);
        try (var surroundings = Surroundings.start()) {
            var bench = new Bench(
                    quick,
                    surroundings,
                    application,
                    fixtures,
                    Sample.read(fixtures.sample()),
                    new Wrk(home.resolve("deploy/bench/load.lua"), folder),
                    folder,
                    quick ? 1 : runs,
                    quick ? 1 : seconds,
                    progress,
                    report);
            parts.measure(1, "the index", new IndexBench(bench)::run);
            parts.measure(2, "lookups through HTTP", new HttpBench(bench)::run);
            var load = new LoadBench(bench);
            parts.measure(3, "loading", load::load);
            parts.measure(4, "restart", load::restart);
            parts.measure(5, "lookups during an import", new ImportBench(bench)::run);
            parts.measure(6, "the splits command", new SplitsBench(bench, country, quick ? 100_000 : ADDRESSES)::run);
        }
        options.publish(report, "lookup", progress);
        return parts.allMeasured() && (quick || report.allMet()) ? 0 : 1;
    }

    private static Path data(Path home) {
        var named = System.getenv("CENTRAL_LOBBY_DATA");
        var folder = named == null ? home.resolveSibling("shared").resolve("data/lookup") : Path.of(named);
        if (!Files.isReadable(folder.resolve("postcode_pcon24_gb.csv.gz"))) {
            throw new CannotMeasure(
                    "There is no postcode_pcon24_gb.csv.gz in %s: set CENTRAL_LOBBY_DATA to the folder of the lookup data, or try --quick"
                            .formatted(folder));
        }
        return folder;
    }
}
