package org.centrallobby.letter.statistics;

/**
 * The counts of one part of a campaign's letters, for instance of one constituency.
 *
 * @param key which part; what stands for a part is said by {@link Dimension}
 * @param written how many were ever written
 * @param confirmed how many of them their writers confirmed, or are known to have sent themselves
 * @param sent how many of those a relay took
 * @param held how many wait for a person, a member or the campaign now
 * @param settled how many were sent and did not come back in 48 hours
 * @param bounced how many came back
 * @param failed how many were given up
 * @param recalled how many were taken back before they were sent
 * @param lapsed how many nobody confirmed in time
 * @param edited how many of the confirmed had words of their writer's own
 * @param ownWords the sum of the shares of own words over the confirmed, in per cent
 * @param awaitingSender how many are with their writers now, to be sent from their own mailboxes
 * @param ownMailbox how many their writers have sent themselves
 * @param copied of how many of those a copy came
 */
record Counts(
        String key,
        long written,
        long confirmed,
        long sent,
        long held,
        long settled,
        long bounced,
        long failed,
        long recalled,
        long lapsed,
        long edited,
        long ownWords,
        long awaitingSender,
        long ownMailbox,
        long copied) {
    /** Where nothing has happened. */
    static Counts none(String key) {
        return new Counts(key, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Those that stand: confirmed, and neither taken back nor given up before they were sent. This is what the public is told;
     * the writers of the others may write again, and count then.
     */
    long standing() {
        return confirmed - recalled - failed;
    }

    /** Those that wait for their writers to confirm them. */
    long awaitingConfirmation() {
        return written - confirmed - lapsed - awaitingSender;
    }

    /** Confirmed and neither sent, nor held, nor at an end: in the mail-service's queue or before it. */
    long onTheirWay() {
        return confirmed - sent - held - failed - recalled - ownMailbox;
    }
}
