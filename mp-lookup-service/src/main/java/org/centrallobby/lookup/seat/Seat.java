package org.centrallobby.lookup.seat;

import java.time.LocalDate;
import org.centrallobby.lookup.member.Member;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of a seat.
 *
 * @param since the day on which the status began; null where it is not known
 * @param member who holds it; null unless it is filled
 */
public record Seat(
        SeatStatus status,

        @Schema(nullable = true, examples = "2026-05-19") @Nullable LocalDate since,

        @Schema(nullable = true) @Nullable Member member) {
    /** Nobody has loaded a member for it. */
    public static final Seat UNKNOWN = new Seat(SeatStatus.UNKNOWN, null, null);

    public Seat {
        if ((status == SeatStatus.FILLED) != (member != null)) {
            throw new IllegalArgumentException("A seat is filled exactly if it has a member");
        }
    }

    public static Seat filled(Member member, @Nullable LocalDate since) {
        return new Seat(SeatStatus.FILLED, since, member);
    }

    /** There is no Parliament since that day. */
    public static Seat dissolved(@Nullable LocalDate since) {
        return new Seat(SeatStatus.DISSOLVED, since, null);
    }

    public static Seat vacant(@Nullable LocalDate since) {
        return new Seat(SeatStatus.VACANT, since, null);
    }
}
