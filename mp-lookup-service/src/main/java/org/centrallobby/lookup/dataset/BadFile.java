package org.centrallobby.lookup.dataset;

/** A file cannot be used. The message names file, line and reason, and never what stands in the line: it may be an address. */
final class BadFile extends RuntimeException {
    BadFile(String file, String reason) {
        super("%s: %s".formatted(file, reason));
    }

    BadFile(String file, long line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }
}
