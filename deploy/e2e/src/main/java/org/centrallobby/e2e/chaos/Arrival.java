package org.centrallobby.e2e.chaos;

import java.util.UUID;

/**
 * A mail that the server at the other end took.
 *
 * @param mail as its Message-ID names it
 * @param toMember whether it went to an MP's office, not to a writer
 * @param writer the number of the supporter whose letter it is or who got it; {@link #NOBODY} where that cannot be told
 */
record Arrival(UUID mail, boolean toMember, int writer) {
    static final int NOBODY = -1;
}
