package org.centrallobby.letter.lookup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the mp-lookup-service is. */
@ConfigMapping(prefix = "mp-lookup")
interface MpLookupConfig {
    /** Its address without a path. */
    @WithDefault("http://localhost:8081")
    URI url();

    /** How long it may take to connect; a supporter waits meanwhile. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long an answer may take; after it the supporter is asked to try again. */
    @WithDefault("2s")
    Duration readTimeout();
}
