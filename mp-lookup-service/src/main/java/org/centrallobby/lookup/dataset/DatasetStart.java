package org.centrallobby.lookup.dataset;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;

/** Loads the data before the first request is taken. */
class DatasetStart {
    void load(@Observes StartupEvent event, DatasetImport datasets, DatasetConfig config) {
        try {
            datasets.load(config);
        } catch (BadFile bad) {
            // Of this exception alone Quarkus shows the message without a stack trace, and ends.
            throw new ConfigurationException("Nothing can be served: " + bad.getMessage());
        }
    }
}
