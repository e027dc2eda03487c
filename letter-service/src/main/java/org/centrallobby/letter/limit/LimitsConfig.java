package org.centrallobby.letter.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How much is taken within a window of time. From a letter "above" one bound its sender has to do a proof of work, above the
 * other they have to wait. An address is one of IPv4 or a /64 of IPv6, which is one household's; a network is a /24 of IPv4 or
 * a /48 of IPv6, the smallest parts that are handed out to a site. An office or the gateway of a mobile network is one address
 * to us, so that the second bounds are far above the first.
 */
@ConfigMapping(prefix = "limits")
public interface LimitsConfig {
    /** The window; counting begins anew at each multiple of it. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    Duration window();

    /** Letters from one address that are taken without a proof of work. */
    @WithDefault("10")
    int addressFree();

    /** Letters from one address that are taken at all. */
    @WithDefault("600")
    int addressMost();

    /** Letters from one network that are taken without a proof of work. */
    @WithDefault("60")
    int networkFree();

    /** Letters from one network that are taken at all. */
    @WithDefault("3000")
    int networkMost();

    /** Letters for one campaign above which everyone does a proof of work; nobody is refused. */
    @WithDefault("30000")
    int campaignFree();

    /** Letters to one MP above which everyone does a proof of work; nobody is refused. */
    @WithDefault("300")
    int memberFree();

    /** Look-ups of MPs by one address. */
    @WithDefault("3000")
    int lookUps();

    /** Previews by one address. */
    @WithDefault("3000")
    int previews();

    /** Confirmations by code by one address. */
    @WithDefault("600")
    int codes();

    /** What else one address asks for: confirmations by link, recalls, that a letter was sent, friends of a personal link, comments and complaints of them, challenges. */
    @WithDefault("3000")
    int requests();

    /** Comments that one network can complain of in a day. */
    @WithDefault("30")
    int complaints();

    /** How long a network's further complaints of the same comment count nothing; for so long a keyed hash of it is kept. */
    @WithDefault("30d")
    @DurationMin(seconds = 1)
    Duration complaintWindow();
}
