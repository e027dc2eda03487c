package org.centrallobby.letter.limit;

import java.util.Comparator;

/**
 * What is counted for whom.
 *
 * @param whom a keyed hash of an address or network, with the id of a comment behind it for a complaint, or the id of a campaign
 *     or MP
 */
record Counter(What what, String whom) {
    /** The order in which all that count several at once lock them, so that no two wait for each other. */
    static final Comparator<Counter> ORDER = Comparator.comparing(Counter::what).thenComparing(Counter::whom);

    /** In the database by their names. */
    enum What {
        ADDRESS,
        NETWORK,
        CAMPAIGN,
        MEMBER,
        LOOK_UP,
        PREVIEW,
        CODE,
        REQUEST,
        COMPLAINT,
        COMPLAINTS
    }
}
