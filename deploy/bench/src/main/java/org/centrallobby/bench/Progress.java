package org.centrallobby.bench;

import java.io.PrintStream;

/** Tells the person at the terminal what is going on. */
record Progress(PrintStream out) {
    void say(String line) {
        out.println(line);
        out.flush();
    }
}
