package org.centrallobby.local;

/** Something outside the platform keeps it from running; the message is one line that says what to do. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
