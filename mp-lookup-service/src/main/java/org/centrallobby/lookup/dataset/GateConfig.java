package org.centrallobby.lookup.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What data must be like to be served. The sample that ships with the service is not asked. */
@ConfigMapping(prefix = "gate")
interface GateConfig {
    /** Whether postcodes and members must be those of the whole country: a postcode and a row for every seat. `false` for trials with a part of it. */
    @WithDefault("true")
    boolean wholeCountry();

    /** The share of a file's rows that may be unusable, from 0 to 1. */
    @WithDefault("0.001")
    double rejectedShare();

    /** By what share the number of postcodes in use may differ from the load before, from 0 to 1. */
    @WithDefault("0.02")
    double liveChange();

    /** How many seats at least must have a member, unless Parliament is dissolved. */
    @WithDefault("640")
    int filledSeats();

    /** How many members at most may lose their e-mail address from one load to the next. */
    @WithDefault("5")
    int lostAddresses();
}
