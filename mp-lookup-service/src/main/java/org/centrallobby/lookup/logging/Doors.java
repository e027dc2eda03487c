package org.centrallobby.lookup.logging;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Notes when the service is about to open. */
@ApplicationScoped
class Doors {
    void open(@Observes @Priority(1) StartupEvent event) {
        LogLines.anybodyMayCome();
    }
}
