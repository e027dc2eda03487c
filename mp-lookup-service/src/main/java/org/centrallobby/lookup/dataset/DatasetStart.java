package org.centrallobby.lookup.dataset;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Loads the data before the first request is taken. */
class DatasetStart {
    void load(@Observes StartupEvent event, DatasetImport datasets, DatasetConfig config) {
        try {
            datasets.load(config);
        } catch (BadFile bad) {
            // The one way to end a start with a line instead of a stack trace.
            throw new PreventFurtherStepsException("Nothing can be served: " + bad.getMessage(), 1);
        }
    }
}
