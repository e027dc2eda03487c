package org.centrallobby.lookup.parliament;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.centrallobby.lookup.member.Contact;
import org.jspecify.annotations.Nullable;

/** The address that was chosen for a member, or that there is none. Nothing else of the answer is kept. */
@Entity
@Table(name = "fetched_contact")
class FetchedContact {
    @Id
    private int memberId;

    private @Nullable String email;
    private Instant fetchedAt;

    @SuppressWarnings("NullAway.Init")
    protected FetchedContact() {}

    FetchedContact(int memberId, @Nullable String email, Instant fetchedAt) {
        this.memberId = memberId;
        this.email = email;
        this.fetchedAt = fetchedAt;
    }

    int member() {
        return memberId;
    }

    Contact contact() {
        return email == null ? Contact.NONE : Contact.email(email);
    }

    Instant fetchedAt() {
        return fetchedAt;
    }
}
