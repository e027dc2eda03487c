package org.centrallobby.lookup.parliament;

import java.time.Instant;
import java.util.Map;
import org.centrallobby.lookup.member.Contact;

/** Keeps what an unfinished refresh got, so that the next one need not ask again. */
interface ContactStore {
    /** What was fetched since then, by the members' ids; what is older is forgotten. */
    Map<Integer, Contact> since(Instant start);

    void keep(int member, Contact contact, Instant at);

    /** Forgets everything: the refresh is complete. */
    void clear();
}
