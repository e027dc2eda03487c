package org.centrallobby.lookup.split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Bundle;
import org.centrallobby.lookup.file.Entry;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Rejections;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.postcode.PackedPostcode;

/** Finds, address by address, which postcodes lie in two constituencies or more. */
final class Derivation {
    /** At most one row in so many may be unusable. */
    static final int ROWS_PER_REJECTION = 1000;

    private static final int NAMED = 10;

    private final Boundaries boundaries;
    private final Progress progress;
    private final SplitTable table = new SplitTable();
    private final List<AddressReader> readers = new ArrayList<>();
    private final List<Rejections.Rejection> rejected = new ArrayList<>();

    Derivation(Boundaries boundaries, Progress progress) {
        this.boundaries = boundaries;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param rows addresses read
     * @param outside of these, without a postcode or in no constituency
     * @param rejected rows that could not be used
     * @param examples the first of these
     * @param postcodes different postcodes
     * @param constituencies how many constituencies hold an address
     * @param splits split postcodes
     */
    record Outcome(
            long rows,
            long outside,
            long rejected,
            List<Rejections.Rejection> examples,
            int postcodes,
            int constituencies,
            int splits) {}

    /** @throws BadFile if the files are not what they should be */
    Outcome read(List<Path> paths) {
        paths.forEach(this::read);
        var outcome = new Outcome(
                readers.stream().mapToLong(AddressReader::rows).sum(),
                readers.stream().mapToLong(AddressReader::outside).sum(),
                readers.stream()
                        .mapToLong(reader -> reader.rejections().count())
                        .sum(),
                rejected.stream().limit(NAMED).toList(),
                table.size(),
                (int) IntStream.range(0, boundaries.size())
                        .filter(place -> readers.stream().anyMatch(reader -> reader.hasSeen(place)))
                        .count(),
                table.splits().size());
        check(names(paths), outcome);
        return outcome;
    }

    /** The list in the form that the service loads: a header, then a line for each split postcode, in their order. */
    Stream<String> lines() {
        return Stream.concat(
                Stream.of("postcode,codes"),
                table.splits().entrySet().stream()
                        .map(split -> PackedPostcode.text(split.getKey()) + "," + codes(split.getValue()))
                        .sorted());
    }

    private String codes(int[] split) {
        return Arrays.stream(split)
                .mapToObj(place -> boundaries.at(place).code())
                .collect(Collectors.joining(" "));
    }

    private void read(Path path) {
        var source = Source.of(path);
        try (var bundle = source.open()) {
            var scan = LineScan.read(
                    addresses(source, bundle),
                    AddressReader::columns,
                    () -> new AddressReader(boundaries, table),
                    progress,
                    LineScan.ALL_THREADS);
            readers.addAll(scan.readers());
            var rejections = new Rejections();
            scan.readers().forEach(reader -> rejections.addAll(reader.rejections()));
            rejected.addAll(rejections.named(scan.lines()));
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** A file that was named itself; of a folder or a ZIP those that hold addresses, not the names and codes beside them. */
    private static List<Entry> addresses(Source source, Bundle bundle) {
        if (bundle.entries().size() == 1) {
            return bundle.entries();
        }
        var found = bundle.entries().stream()
                .filter(entry -> entry.header().filter(AddressReader::fits).isPresent())
                .toList();
        if (found.isEmpty()) {
            throw new BadFile(
                    source.name(), "none of its files holds addresses with their postcodes and constituencies");
        }
        return found;
    }

    private static void check(String files, Outcome outcome) {
        if (outcome.rejected() * ROWS_PER_REJECTION > outcome.rows()) {
            throw new BadFile(
                    files,
                    "%d of %d rows cannot be used, more than one in %d. Some of them:%n%s"
                            .formatted(outcome.rejected(), outcome.rows(), ROWS_PER_REJECTION, named(outcome)));
        }
        if (outcome.postcodes() == 0) {
            throw new BadFile(files, "there is no address with a postcode and a constituency");
        }
    }

    /** The examples of an outcome, a line each. */
    static String named(Outcome outcome) {
        return outcome.examples().stream()
                .map(example -> "  %s, line %d: %s".formatted(example.file(), example.line(), example.reason()))
                .collect(Collectors.joining("%n".formatted()));
    }

    private static String names(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
