package org.centrallobby.lookup.parliament;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.zip.ZipFile;

/**
 * The files in a folder or a ZIP, one after the other. A ZIP is never unpacked to the disk, so the names in it lead
 * nowhere; and neither kind may hold more than Parliament could have answered.
 */
final class SavedFiles {
    private static final int MOST_FILES = 5_000;
    private static final int LARGEST_FILE = 16 << 20;
    private static final int LARGEST_TOTAL = 128 << 20;
    private static final int DEEPEST = 4;
    private static final int LONGEST_NAME = 100;

    private final String source;
    private final BiConsumer<String, byte[]> reader;
    private int files;
    private long total;

    private SavedFiles(String source, BiConsumer<String, byte[]> reader) {
        this.source = source;
        this.reader = reader;
    }

    /**
     * Hands every file to the reader, with its name without folders.
     *
     * @throws ParliamentFailure if they cannot be read, or are too many or too large
     */
    static void each(Path path, BiConsumer<String, byte[]> reader) {
        var name = label(path.toString());
        var saved = new SavedFiles(name, reader);
        try {
            if (Files.isDirectory(path)) {
                saved.folder(path);
            } else {
                saved.zip(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ParliamentFailure(name, "it can be read neither as a folder nor as a ZIP");
        }
    }

    private void folder(Path folder) throws IOException {
        try (var paths = Files.walk(folder, DEEPEST)) {
            var sorted = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            for (var path : sorted) {
                try (var bytes = Files.newInputStream(path)) {
                    read(path.toString(), bytes);
                }
            }
        }
    }

    private void zip(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (var bytes = zip.getInputStream(entry)) {
                        read(entry.getName(), bytes);
                    }
                }
            }
        }
    }

    private void read(String name, InputStream bytes) throws IOException {
        if (++files > MOST_FILES) {
            throw new ParliamentFailure(source, "it holds more than %d files".formatted(MOST_FILES));
        }
        // What a ZIP says of its sizes may be untrue: only what comes counts.
        var content = bytes.readNBytes(LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) {
            throw new ParliamentFailure(label(name), "it is larger than %d MB".formatted(LARGEST_FILE >> 20));
        }
        total += content.length;
        if (total > LARGEST_TOTAL) {
            throw new ParliamentFailure(source, "its files hold more than %d MB".formatted(LARGEST_TOTAL >> 20));
        }
        reader.accept(label(name), content);
    }

    private static String label(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "?");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
