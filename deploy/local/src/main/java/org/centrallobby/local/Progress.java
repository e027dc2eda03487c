package org.centrallobby.local;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person at the terminal what is going on, a line a step. */
public final class Progress {
    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Does something that may take a while; says that it has begun, and then how long it took. */
    void step(String name, Runnable work) {
        out.printf("  %-20s ", name);
        out.flush();
        var begun = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            out.println("failed");
            throw e;
        }
        out.printf(Locale.ROOT, "%6.1f s%n", (System.nanoTime() - begun) / 1e9);
    }

    void say(String line) {
        out.println(line);
    }
}
