package org.centrallobby.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Sends processes what Java has no method for. */
public final class Signals {
    private Signals() {}

    /**
     * Sends each process a signal, one after another, and does not wait for what comes of it. A process that has gone is passed
     * over.
     *
     * @param signal as {@code kill} takes it, for instance {@code -STOP}
     */
    public static void send(String signal, List<ProcessHandle> processes) {
        try {
            for (var process : processes) {
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
