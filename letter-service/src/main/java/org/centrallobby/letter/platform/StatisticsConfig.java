package org.centrallobby.letter.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How letters are counted. */
@ConfigMapping(prefix = "statistics")
public interface StatisticsConfig {
    /**
     * How long the public is shown the same count of a campaign, and ten times that at most while it is worked out anew. Browsers
     * keep it for 15 seconds anyway; organisations always get the exact one. 0 for none.
     */
    @WithDefault("1S")
    Duration shownFor();
}
