package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an attempt to load something stands. */
enum ImportState {
    RUNNING,
    LOADED,
    /** The same data are loaded already. */
    UNCHANGED,
    /** The data did not pass the gate or could not be read. */
    REFUSED,
    /** Something else went wrong, or the process was ended meanwhile. */
    FAILED;

    /** As it stands in answers. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
