package org.centrallobby.lookup.postcode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every postcode once, in random order, most of them not as they stand in the directory; and the same in a map of texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class IndexBenchmark {
    /** Names the file with all postcodes, {@code SW1A 0AA,12,1}: the constituency's place, and 1 if it is in use. */
    public static final String FILE = "bench.postcodes";

    private static final Pattern NOT_COUNTING = Pattern.compile("[^A-Z0-9]");

    private PostcodeDirectory directory;
    private Map<String, Integer> map;
    private String[] typed;
    private int at;

    @Setup
    public void load() throws IOException {
        var file = Path.of(System.getProperty(FILE));
        var postcodes = new ArrayList<String>();
        directory = PostcodeDirectory.of(index(file, postcodes), Optional.empty(), Map.of());
        map = new HashMap<>();
        for (var i = 0; i < postcodes.size(); i++) {
            map.put(postcodes.get(i).replace(" ", ""), i & 0x3FF);
        }
        var random = new Random(7);
        Collections.shuffle(postcodes, random);
        typed = new String[postcodes.size()];
        for (var i = 0; i < typed.length; i++) {
            // Each text anew, so that they lie in memory in the order in which they are asked for: the text of a
            // request is
            // in the processor's cache by the time it is looked up, and it is the index that is to be fetched from
            // memory.
            typed[i] = String.valueOf(typed(postcodes.get(i), random).toCharArray());
            if (directory.find(typed[i]) == Found.NONE) {
                throw new IllegalStateException("The index does not find what it holds");
            }
        }
    }

    /** The index of a file; the postcodes in it are added to the list. */
    private static PostcodeIndex index(Path file, List<String> postcodes) throws IOException {
        var rows = new PostcodeRows();
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",");
                var packed = PackedPostcode.of(TypedPostcode.compact(cells[0]));
                var place = Integer.parseInt(cells[1]);
                if (cells[2].equals("1")) {
                    rows.live(packed, place);
                } else {
                    rows.terminated(packed, place, 24_000);
                }
                postcodes.add(cells[0]);
            }
        }
        return PostcodeIndexBuilder.build(List.of(rows)).index();
    }

    /** Bytes that the index of a file takes for each postcode. */
    public static double bytesPerPostcode(Path file) throws IOException {
        var index = index(file, new ArrayList<>());
        return (double) index.bytes() / index.size();
    }

    /** The same of a map from texts to numbers: what the heap holds more with it. */
    public static double bytesPerPostcodeOfMap(Path file) throws IOException {
        var before = used();
        var map = new HashMap<String, Integer>();
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                map.put(line.substring(0, line.indexOf(',')).replace(" ", ""), map.size() & 0x3FF);
            }
        }
        return (double) (used() - before) / map.size();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Benchmark
    public long index() {
        at = at + 1 == typed.length ? 0 : at + 1;
        return directory.find(typed[at]);
    }

    @Benchmark
    public Object hashMap() {
        at = at + 1 == typed.length ? 0 : at + 1;
        var text = NOT_COUNTING.matcher(typed[at].toUpperCase(Locale.ROOT)).replaceAll("");
        return map.getOrDefault(text, 0);
    }

    /** The least that text can be made comparable with: neither hyphens nor mistakes are found so. */
    @Benchmark
    public Object hashMapOfPlainText() {
        at = at + 1 == typed.length ? 0 : at + 1;
        return map.getOrDefault(typed[at].replace(" ", "").toUpperCase(Locale.ROOT), 0);
    }

    /** A third as it is written, the others without a space, in small letters, with a hyphen, or with a letter for a digit. */
    private static String typed(String postcode, Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> postcode;
            case 4, 5 -> postcode.replace(" ", "");
            case 6, 7 -> postcode.toLowerCase(Locale.ROOT);
            case 8 -> postcode.replace(" ", "  ").toLowerCase(Locale.ROOT);
            case 9 -> postcode.replace(' ', '-');
            case 10 -> postcode.replace('0', 'O');
            default -> postcode.replace('1', 'I');
        };
    }
}
