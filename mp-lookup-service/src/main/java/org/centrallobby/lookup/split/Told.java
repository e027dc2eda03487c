package org.centrallobby.lookup.split;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.centrallobby.lookup.file.Progress;

/** Tells every few seconds how far the reading has come. */
final class Told implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Thread thread;

    private Told(Thread thread) {
        this.thread = thread;
    }

    static Told of(Progress progress, PrintWriter out) {
        return new Told(Thread.ofVirtual().name("progress").start(() -> tell(progress, out)));
    }

    private static void tell(Progress progress, PrintWriter out) {
        try {
            while (true) {
                Thread.sleep(ROUND);
                out.printf(
                        Locale.ROOT, "  %.1f million rows, %.1f GB%n", progress.rows() / 1e6, progress.bytes() / 1e9);
                out.flush();
            }
        } catch (InterruptedException e) {
            // The reading is over.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
