package org.centrallobby.lookup.parliament;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Parliament's data come from. */
@ConfigMapping(prefix = "parliament")
public interface ParliamentConfig {
    /** The Members API of the UK Parliament, without a path. */
    @WithDefault("https://members-api.parliament.uk")
    URI url();

    /**
     * One answer that holds the addresses of all members, in the XML form of Parliament's older API. Without it each
     * member's are asked for in a request of their own, about 650; so are those of members it leaves out. The older API has it at
     * {@code https://data.parliament.uk/membersdataplatform/services/mnis/members/query/House=Commons%7CIsEligible=true/Addresses/}.
     */
    Optional<URI> addressesUrl();

    /** How long a refresh may take as a whole. The next one goes on with the addresses this one got. */
    @WithDefault("30m")
    Duration deadline();

    /** How long an address that an unfinished refresh got is good for the next one. */
    @WithDefault("12h")
    Duration addressAge();
}
