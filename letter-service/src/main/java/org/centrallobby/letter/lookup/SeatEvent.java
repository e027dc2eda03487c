package org.centrallobby.letter.lookup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The data of {@code org.centrallobby.seat.changed.v1}, as far as it is used here. */
record SeatEvent(
        Constituency constituency,
        SeatStatus status,
        @Nullable LocalDate since,
        @Nullable Holder member) {
    SeatEvent {
        requireNonNull(constituency);
        requireNonNull(status);
    }

    record Holder(int id, String name, String salutation, String party, Contact contact) {
        Holder {
            requireNonNull(name);
            requireNonNull(salutation);
            requireNonNull(contact);
        }

        Member member() {
            return new Member(id, name, salutation, party, contact.kind, contact.email, contact.webForm);
        }
    }

    record Contact(
            Delivery kind, @Nullable String email, @Nullable String webForm) {
        @Override
        public String toString() {
            return "Contact[%s]".formatted(kind);
        }
    }

    Seat seat(Instant recordedAt) {
        return new Seat(constituency, status, since, member == null ? null : member.member(), recordedAt);
    }
}
