package org.centrallobby.e2e.chaos;

import java.util.List;

/** A part of the platform that runs in processes of its own. */
interface Part {
    /** Starts it and returns at once, or soon. */
    void start();

    /** Asks it to end and waits for that. */
    void stop();

    /** Ends it with no chance to tidy up. */
    void kill();

    /** Its processes at this moment, whoever starts others first; none where it does not run. */
    List<ProcessHandle> processes();

    /** Whether it does its work. */
    boolean isReady();

    default boolean isAlive() {
        return !processes().isEmpty();
    }
}
