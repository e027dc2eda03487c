package org.centrallobby.lookup.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of files, those in its folders included. */
final class Folder {
    private Folder() {}

    static Bundle open(Path folder) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.add(entry(folder, file));
            }
        }
        return new Bundle(List.copyOf(entries), () -> {});
    }

    private static Entry entry(Path folder, Path file) throws IOException {
        var inside = folder.relativize(file);
        var parent = inside.getParent() == null ? "" : inside.getParent().toString();
        return new Entry(
                inside.toString(), parent, Files.size(file), () -> Source.unpacked(Files.newInputStream(file)));
    }
}
