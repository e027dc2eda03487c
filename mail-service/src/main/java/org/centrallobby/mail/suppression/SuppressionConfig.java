package org.centrallobby.mail.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** For how long mailboxes are not written to, where nobody says it for one of them. */
@ConfigMapping(prefix = "suppression")
interface SuppressionConfig {
    /** After an address was said not to exist: addresses come back to life. */
    @WithDefault("P180D")
    Duration keepBounced();

    /** The same for the address of a member's office, of which there is only one and which many want to reach. */
    @WithDefault("P14D")
    Duration keepBouncedOffice();

    /** After a complaint; without a value for ever. */
    Optional<Duration> keepComplained();

    /** After somebody has unsubscribed; without a value for ever. */
    Optional<Duration> keepUnsubscribed();

    /** After the operator was asked; without a value for ever. */
    Optional<Duration> keepRequested();
}
