package org.centrallobby.lookup.file;

/** A file cannot be used. The message names file, line and reason, and never what stands in the line: it may be an address. */
public final class BadFile extends RuntimeException {
    /** The file as a whole cannot be used. */
    public BadFile(String file, String reason) {
        super("%s: %s".formatted(file, reason));
    }

    /** The file cannot be used because of a line, counted from 1. */
    public BadFile(String file, long line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }
}
