package org.centrallobby.letter.lookup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code org.centrallobby.seat.changed.v1}, as far as it is used here. */
record SeatEvent(
        Where constituency,
        SeatStatus status,
        @Nullable LocalDate since,
        @Nullable Holder member) {
    SeatEvent {
        requireNonNull(constituency);
        requireNonNull(status);
    }

    /** @param region absent from events of older versions */
    record Where(
            String code,
            String name,
            @Nullable String nameCy,
            @Nullable String region) {
        Where {
            requireNonNull(code);
            requireNonNull(name);
        }
    }

    /** @param offices absent from events of older versions */
    record Holder(
            int id,
            String name,
            String salutation,
            String party,
            Contact contact,
            @Nullable List<String> offices) {
        Holder {
            requireNonNull(name);
            requireNonNull(salutation);
            requireNonNull(contact);
        }

        Member member() {
            return new Member(
                    id,
                    name,
                    salutation,
                    party,
                    contact.kind,
                    contact.email,
                    contact.webForm,
                    offices == null ? List.of() : offices);
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
        return new Seat(
                new Constituency(constituency.code, constituency.name, constituency.nameCy),
                constituency.region,
                status,
                since,
                member == null ? null : member.member(),
                recordedAt);
    }
}
