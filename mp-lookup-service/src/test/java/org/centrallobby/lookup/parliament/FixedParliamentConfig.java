package org.centrallobby.lookup.parliament;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

record FixedParliamentConfig(URI url, Optional<URI> addressesUrl, Duration deadline, Duration addressAge)
        implements ParliamentConfig {
    FixedParliamentConfig(URI url, Optional<URI> addressesUrl) {
        this(url, addressesUrl, Duration.ofSeconds(50), Duration.ofHours(12));
    }
}
