package org.centrallobby.mail.pacing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where the mails of the lanes stand, in the order in which they may go. */
public interface Line {
    /**
     * Takes mails whose time has come out of their lanes.
     *
     * @param rooms how many of each lane at most
     * @return how many were taken of each
     */
    Map<Long, Integer> take(Map<Long, Integer> rooms, Instant now);

    /** When the next mail of each of these lanes may go; lanes in which none waits are left out. */
    Map<Long, Instant> next(Collection<Long> lanes);
}
