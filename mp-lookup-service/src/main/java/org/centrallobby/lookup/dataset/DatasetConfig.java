package org.centrallobby.lookup.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the data come from: each a file, a folder or an https address; CSV, gzip or ZIP. They are loaded at the start and
 * again when they have changed. Without postcodes the sample's that ship with the service are served, and so for members.
 */
@ConfigMapping(prefix = "dataset")
interface DatasetConfig {
    /**
     * Postcodes and their constituencies: the ONS Postcode Directory or the NSPL, any edition since 2024, as the ONS packs
     * them, or any CSV with a postcode and a constituency column. With it nothing of the sample's postcodes is used.
     */
    Optional<String> postcodes();

    /** Postcodes of Northern Ireland (BT) in the same form, or the same file: their use needs a licence, so it has to be said. */
    Optional<String> northernIreland();

    /** Postcodes through which a boundary runs: what the command `splits` makes. */
    Optional<String> splits();

    /**
     * Who holds the seats: a CSV with a row for each, vacant ones included, saved answers of Parliament's API in a ZIP or a
     * folder, or the word `parliament`, which asks that API. With it nothing of the sample's members is used. Offices come
     * from a CSV's column `offices`, separated by semicolons, or from Parliament's lists of posts; else nobody holds one.
     */
    Optional<String> members();

    /** How seats take letters where the members' source is wrong: constituency code, `email`, `post` or `web-form`, and the address. */
    Optional<String> corrections();

    /** How often what comes from an address is asked for again, and files are looked at for changes. */
    @WithDefault("24h")
    Duration refreshEvery();

    /** How long loading a part may take, the sending of it included. */
    @WithDefault("30m")
    Duration deadline();

    /**
     * How long after a release was decided it serves: replicas need the time to see and read it, so that all begin at the
     * same moment. Their clocks must agree about as well.
     */
    @WithDefault("3s")
    Duration switchDelay();
}
