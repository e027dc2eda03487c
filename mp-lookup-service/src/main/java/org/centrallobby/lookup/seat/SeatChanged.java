package org.centrallobby.lookup.seat;

import java.time.LocalDate;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.member.Member;
import org.jspecify.annotations.Nullable;

/** The event that says what a seat is now: the whole state each time. Its schema is {@code seat.v1} of the contracts. */
record SeatChanged(
        Constituency constituency,
        SeatStatus status,
        @Nullable LocalDate since,
        @Nullable Member member) {

    static final String TOPIC = "mp-lookup.seat.v1";
    static final String TYPE = "org.centrallobby.seat.changed.v1";

    static SeatChanged of(Representation now) {
        var seat = now.seat();
        return new SeatChanged(now.constituency(), seat.status(), seat.since(), seat.member());
    }
}
