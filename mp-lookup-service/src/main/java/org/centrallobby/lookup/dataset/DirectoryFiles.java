package org.centrallobby.lookup.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private DirectoryFiles() {}

    /** @throws BadFile if no file holds postcodes and constituencies */
    static List<Entry> of(Source source, Bundle bundle) {
        if (bundle.entries().size() == 1) {
            return bundle.entries();
        }
        var folders = new TreeMap<String, List<Entry>>();
        for (var entry : bundle.entries()) {
            if (entry.header().filter(PostcodeReader::fits).isPresent()) {
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
}
