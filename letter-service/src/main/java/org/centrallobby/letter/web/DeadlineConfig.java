package org.centrallobby.letter.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long clients may take to say what they want; how long an answer takes is not bounded by these. */
@ConfigMapping(prefix = "deadline")
interface DeadlineConfig {
    /** How long the head of the first request may take, from the connection on. */
    @WithDefault("10s")
    Duration head();

    /** How long the rest of a request may take once its head is there. */
    @WithDefault("30s")
    Duration body();

    /** How long the head of the next request may take, from the last answer on; longer than the proxy keeps a connection. */
    @WithDefault("3m")
    Duration next();
}
