package org.centrallobby.lookup.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A source that lies in the file system for as long as this is open: what is being sent is copied there first. */
public final class LocalCopy implements AutoCloseable {
    private final Path path;
    private final Source source;
    private final boolean temporary;

    private LocalCopy(Path path, Source source, boolean temporary) {
        this.path = path;
        this.source = source;
        this.temporary = temporary;
    }

    static LocalCopy of(Source source) throws IOException {
        return switch (source) {
            case Source.External(var path, var name) -> new LocalCopy(path, source, false);
            case Source.Shipped(var name) -> {
                try (var bundle = source.open();
                        var bytes = bundle.entries().getFirst().open()) {
                    yield copy(bytes, name);
                }
            }
            case Source.Upload(var name, var body, var size) -> copy(body, name);
        };
    }

    private static LocalCopy copy(InputStream bytes, String name) throws IOException {
        var file = Files.createTempFile("central-lobby-source", ".tmp");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new LocalCopy(file, Source.of(file, name), true);
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The same source, which may be opened again and again. */
    public Source source() {
        return source;
    }

    /** Whether it is one file of rows, however it is packed, and not a collection of other files. */
    public boolean isTable() throws IOException {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (var bundle = source.open()) {
            return bundle.entries().size() == 1
                            && !bundle.entries().getFirst().name().endsWith(".json")
                    || bundle.entries().stream().filter(Entry::isCsv).count() == 1;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
