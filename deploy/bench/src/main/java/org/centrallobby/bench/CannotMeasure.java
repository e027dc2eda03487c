package org.centrallobby.bench;

/** A benchmark cannot be run; the message says what to do. */
final class CannotMeasure extends RuntimeException {
    CannotMeasure(String message) {
        super(message);
    }
}
