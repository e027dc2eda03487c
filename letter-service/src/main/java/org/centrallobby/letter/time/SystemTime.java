package org.centrallobby.letter.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place that reads the machine's clock, so that a test can set another. */
class SystemTime {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
