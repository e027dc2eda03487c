package org.centrallobby.letter.privacy;

import java.util.Set;
import org.centrallobby.letter.organisation.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The person whom a request for access or erasure is about: everybody who reads a mailbox, or the one of them with a name.
 *
 * @param tenant whose things are searched; the same person at another organisation is none of its business
 * @param mailboxes the hashes by which the mailbox is recognised in each of the tenant's campaigns; never empty
 * @param people the hashes of the person with the name; empty where all who read the mailbox are meant
 * @param email canonical, see {@code supporter/EmailAddress}
 * @param name null where all who read the mailbox are meant
 */
public record Subject(
        Tenant tenant,
        Set<String> mailboxes,
        Set<String> people,
        String email,
        @Nullable String name) {
    public boolean isWholeMailbox() {
        return people.isEmpty();
    }

    /** For queries: a set that is never empty, and is not looked at where the whole mailbox is meant. */
    public Set<String> peopleOrAnybody() {
        return isWholeMailbox() ? mailboxes : people;
    }

    @Override
    public String toString() {
        return "Subject[***]";
    }
}
