package org.centrallobby.letter.alarm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a campaign's newest letters have too much in common. */
@ConfigMapping(prefix = "alarm")
public interface AlarmConfig {
    /** How far back is looked; the same alarm is raised again no sooner than this. */
    @WithDefault("1h")
    Duration window();

    /** Fewer letters than these raise no alarm, whatever their share. */
    @WithDefault("20")
    int leastLetters();

    /**
     * How many times its usual share something must have. Usual is what the 10,000 letters before had: all letters for a
     * domain, so that big providers raise nothing, the campaign's own for the rest.
     */
    @WithDefault("3")
    double timesUsual();

    /** The share of a campaign's letters from one network at which an alarm is raised, 0 to 1. */
    @WithDefault("0.2")
    double networkShare();

    /** The same for one e-mail domain. */
    @WithDefault("0.3")
    double emailDomainShare();

    /** The same for letters to the MP of one constituency. */
    @WithDefault("0.25")
    double constituencyShare();

    /** The share of the newest 200 letters with words of their own that say the same in them. */
    @WithDefault("0.3")
    double alikeShare();
}
