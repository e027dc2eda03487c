package org.centrallobby.lookup.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a source.
 *
 * @param name what it is called in messages to the operator
 * @param folder the folder it lies in inside the source; empty where it lies in none
 * @param size in bytes, unpacked; -1 where that is not known before it has been read
 */
public record Entry(String name, String folder, long size, Opener opener) {
    /** Opens the file anew. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** The text's bytes: what is compressed is unpacked. Whoever opens it closes it. */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** Whether its name says that it is CSV. */
    boolean isCsv() {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }
}
