package org.centrallobby.lookup.dataset;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that are loaded at the start; each may be compressed with gzip. Without any of them the sample that ships
 * with the service is served.
 */
@ConfigMapping(prefix = "dataset")
interface DatasetConfig {
    /**
     * Postcodes and their constituencies: the ONS Postcode Directory as CSV, any edition since 2024, or any CSV with a
     * postcode and a constituency column. With it nothing of the sample's postcodes is used.
     */
    Optional<Path> postcodes();

    /** Postcodes of Northern Ireland (BT) in the same form. Their use needs a licence, so they stand in a file of their own. */
    Optional<Path> northernIreland();

    /** Postcodes through which a boundary runs: a postcode, and the codes of its constituencies separated by spaces. */
    Optional<Path> splits();

    /** Who holds the seats: a row for each, vacant ones included. With it nothing of the sample's members is used. */
    Optional<Path> members();

    /** How seats take letters where the members' file cannot say it: constituency code, email, post or web-form, and the address. */
    Optional<Path> corrections();
}
