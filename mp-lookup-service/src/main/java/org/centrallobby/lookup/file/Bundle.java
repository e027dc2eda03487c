package org.centrallobby.lookup.file;

import java.io.IOException;
import java.util.List;

/** The files of a source, for as long as it is open. */
public final class Bundle implements AutoCloseable {
    private final List<Entry> entries;
    private final Closing closing;

    /** Frees what the files are read from. */
    @FunctionalInterface
    interface Closing {
        void close() throws IOException;
    }

    Bundle(List<Entry> entries, Closing closing) {
        this.entries = List.copyOf(entries);
        this.closing = closing;
    }

    static Bundle of(Entry only) {
        return new Bundle(List.of(only), () -> {});
    }

    /** All files, in the order of their names. */
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
