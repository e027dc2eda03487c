package org.centrallobby.lookup.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Bundle;
import org.centrallobby.lookup.file.Entry;
import org.centrallobby.lookup.file.Source;

/**
 * Which files of a source hold the directory. The ONS packs it twice, as one file and as a folder of 124 ({@code multi_csv}),
 * beside many that hold names and codes. The many small ones are taken where they are complete: they can be unpacked at the
 * same time.
 */
final class DirectoryFiles {
    /** Each of the small files has a header of its own, so together they are not smaller than the one. */
    private static final double COMPLETE = 0.99;

    private static final int LONGEST_HEADER = 1 << 14;

    private DirectoryFiles() {}

    /** @throws BadFile if no file holds postcodes and constituencies */
    static List<Entry> of(Source source, Bundle bundle) throws IOException {
        if (bundle.entries().size() == 1) {
            return bundle.entries();
        }
        var folders = new TreeMap<String, List<Entry>>();
        for (var entry : bundle.entries()) {
            if (isDirectory(entry)) {
                folders.computeIfAbsent(entry.folder(), folder -> new ArrayList<>())
                        .add(entry);
            }
        }
        if (folders.isEmpty()) {
            throw new BadFile(source.name(), "none of its files holds postcodes and their constituencies");
        }
        var largest =
                folders.values().stream().mapToLong(DirectoryFiles::size).max().orElse(0);
        return folders.values().stream()
                .filter(files -> size(files) >= largest * COMPLETE)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static long size(List<Entry> files) {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** Whether the header names a postcode and a constituency. */
    private static boolean isDirectory(Entry entry) throws IOException {
        if (!entry.name().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return false;
        }
        try (var bytes = entry.open()) {
            var start = new String(bytes.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
            var header = start.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
            return header.contains("pcd") && header.contains("pcon");
        }
    }
}
