package org.centrallobby.lookup.seat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The state of a seat as it was last announced. */
@Entity
@Table(name = "seat")
class SeatRow {
    @Id
    @Column(name = "constituency_code")
    private String constituencyCode;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "constituency_code", insertable = false, updatable = false)
    private ConstituencyRow constituency;

    @Enumerated(EnumType.STRING)
    private SeatStatus status;

    private @Nullable LocalDate since;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable MemberRow member;

    @SuppressWarnings("NullAway.Init")
    protected SeatRow() {}

    SeatRow(ConstituencyRow constituency, String code, Seat seat, @Nullable MemberRow member) {
        this.constituency = constituency;
        this.constituencyCode = code;
        this.status = seat.status();
        this.since = seat.since();
        this.member = member;
    }

    Representation representation() {
        return new Representation(
                constituency.constituency(), new Seat(status, since, member == null ? null : member.member()));
    }
}
