package org.centrallobby.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that finds the split postcodes, on addresses made for it. */
final class SplitsBench {
    private static final int SPLIT_ONE_IN = 200;

    private final Bench bench;
    private final Country country;
    private final int addresses;

    /** @param addresses how many the file holds */
    SplitsBench(Bench bench, Country country, int addresses) {
        this.bench = bench;
        this.country = country;
        this.addresses = addresses;
    }

    void run() {
        var file = bench.fixtures().csv().resolveSibling("ONSUD_%d.csv".formatted(addresses));
        var expected = write(file);
        var output = bench.folder().resolve("splits.csv");
        var reading = Figures.of(bench.runs(), () -> time(List.of("wc", "-l", file.toString())));
        var derived = Figures.of(bench.runs(), () -> time(command(file, output)));
        var found = lines(output) - 1;
        bench.report()
                .add(
                        "split postcodes of %,d addresses (%.2f GB), -Xmx128m"
                                .formatted(addresses, file.toFile().length() / 1e9),
                        "%s; %.1f million rows/s; %d found"
                                .formatted(derived.text("%.2f", "s"), addresses / derived.median() / 1e6, found),
                        "constant memory, all %d found".formatted(expected),
                        reading.text("%.2f", "s to count its lines (wc -l)"),
                        found == expected);
    }

    private List<String> command(Path file, Path output) {
        var command = new ArrayList<>(bench.application().with("-Xmx128m").command());
        var jar = command.size() - 1;
        command.set(jar, bench.application().folder().resolve(command.get(jar)).toString());
        command.addAll(List.of("splits", "--output", output.toString(), file.toString()));
        return command;
    }

    private double time(List<String> command) {
        try {
            var begun = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(bench.folder().resolve("splits.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new CannotMeasure("%s failed; see %s"
                        .formatted(command.getFirst(), bench.folder().resolve("splits.log")));
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    /** Writes the addresses unless they are there; returns how many postcodes are split in them. */
    private long write(Path file) {
        var postcodes = new ArrayList<Integer>();
        for (var row = 0; row < country.size(); row++) {
            if (country.live(row) && !country.code(row).isEmpty()) {
                postcodes.add(row);
            }
        }
        var used = Math.min(postcodes.size(), addresses / 2);
        if (!Files.exists(file)) {
            bench.progress().say("Making " + file);
            try {
                var part = file.resolveSibling(file.getFileName() + ".part");
                writeRows(part, postcodes, used);
                Files.move(part, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return used / SPLIT_ONE_IN;
    }

    private void writeRows(Path file, List<Integer> postcodes, int used) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(ascii(
                    "UPRN,GRIDGB1E,GRIDGB1N,PCDS,OA21CD,CTY25CD,CED25CD,LAD25CD,WD25CD,HLTH19CD,CTRY25CD,RGN25CD,PCON24CD,EER20CD,"
                            + "TTWA15CD,ITL25CD,NPARK16CD,OA11CD,LSOA11CD,MSOA11CD,WZ11CD,SICBL24CD,BUA24CD,RUC11IND,OAC11IND,LEP21CD1,LEP21CD2,"
                            + "PFA23CD,IMD19IND\r\n"));
            for (var address = 0; address < addresses; address++) {
                var number = address % used;
                var row = postcodes.get(number);
                var code = country.code(row);
                // One in so many: its second address lies on the other side.
                if (number % SPLIT_ONE_IN == SPLIT_ONE_IN - 1 && address / used == 1) {
                    code = code.equals("E14001063") ? "E14001064" : "E14001063";
                }
                out.write(ascii((100_000_000L + address * 7L) + ",530268,179545," + country.postcode(row)
                        + ",E00004604,E99999999,E99999999,E09000033,E05013806,E18000007,E92000001,E12000007," + code
                        + ",E15000007,E30000234,TLI32,E65000001,E00004604,E01000935,E02000183,E33046336,E38000256,E63005074,A1,2B1,"
                        + "E37000023,,E23000001,12345\r\n"));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
