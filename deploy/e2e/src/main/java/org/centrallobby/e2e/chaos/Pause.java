package org.centrallobby.e2e.chaos;

import java.time.Duration;

/** Waiting, where nothing is to be done before a moment has come. */
final class Pause {
    private Pause() {}

    /** @throws IllegalStateException if the thread is interrupted meanwhile */
    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Waits for a moment of {@link System#nanoTime()}. */
    static void until(long nanos) {
        of(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
    }
}
