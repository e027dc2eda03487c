package org.centrallobby.lookup.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where Parliament's days begin and end. */
public final class Westminster {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Westminster() {}

    /** The day that it is there at a moment. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
