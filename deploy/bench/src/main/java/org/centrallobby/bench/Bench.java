package org.centrallobby.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * What all benchmarks use.
 *
 * @param quick whether it only matters that everything can be measured
 * @param application the service, with an endpoint to compare it with
 * @param folder where logs and lists go
 * @param runs how often each figure is taken; its median counts
 * @param seconds how long each load lasts
 */
record Bench(
        boolean quick,
        Surroundings surroundings,
        Service.Application application,
        Fixtures fixtures,
        Sample sample,
        Wrk wrk,
        Path folder,
        int runs,
        int seconds,
        Progress progress,
        Report report) {

    /** The settings of a service that loads the fixtures, with an empty database. */
    Map<String, String> loading(Path postcodes) {
        var environment = surroundings.freshEnvironment();
        environment.put("DATASET_POSTCODES", postcodes.toString());
        environment.put("DATASET_NORTHERN_IRELAND", fixtures.northernIreland().toString());
        environment.put("DATASET_MEMBERS", fixtures.members().toString());
        return environment;
    }

    Service start(String name, Map<String, String> environment, String... options) {
        return Service.start(application.with(options), environment, folder.resolve(name + ".log"));
    }

    /** Waits until a postcode of the sample is answered as it should be; returns the seconds since the start. */
    double awaitRight(Service lookup) {
        return lookup.awaitAnswer(
                sample.paths().getFirst(), "\"" + sample.codes().getFirst() + "\"");
    }
}
