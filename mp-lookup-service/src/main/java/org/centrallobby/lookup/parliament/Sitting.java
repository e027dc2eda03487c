package org.centrallobby.lookup.parliament;

import java.time.LocalDate;
import java.util.Collection;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Someone who sits in the House, as a page names them.
 *
 * @param page the page
 * @param seat the name of the seat as Parliament writes it
 * @param since the day on which the membership began
 */
record Sitting(
        String page,
        int id,
        String seat,
        String name,
        String fullTitle,
        @Nullable String addressAs,
        String party,
        @Nullable LocalDate since) {

    Seat seat(Contact contact, Collection<String> posts) {
        return Seat.filled(
                Member.of(id, name, fullTitle, addressAs, party, contact).holding(posts), since);
    }

    @Override
    public String toString() {
        return "Sitting[%d]".formatted(id);
    }
}
