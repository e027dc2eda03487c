package org.centrallobby.letter.lookup;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Who sits for a constituency, as the newest event says. Events write it, see {@link Seats#keep}; everybody else reads. */
@Entity
@Immutable
public class Seat {
    @Id
    private String constituency;

    private String name;
    private @Nullable String nameCy;
    private @Nullable String region;

    @Enumerated(EnumType.STRING)
    private SeatStatus status;

    private @Nullable LocalDate since;

    @Embedded
    private @Nullable Member member;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Seat() {}

    Seat(
            Constituency constituency,
            @Nullable String region,
            SeatStatus status,
            @Nullable LocalDate since,
            @Nullable Member member,
            Instant recordedAt) {
        this.constituency = constituency.code();
        this.name = constituency.name();
        this.nameCy = constituency.nameCy();
        this.region = region;
        this.status = status;
        this.since = since;
        this.member = member;
        this.recordedAt = recordedAt;
    }

    public Constituency constituency() {
        return new Constituency(constituency, name, nameCy);
    }

    /** The region of England, for instance {@code North West}; null elsewhere and where it is not known. */
    public @Nullable String region() {
        return region;
    }

    public SeatStatus status() {
        return status;
    }

    /** The day the status began; null where it is not known. */
    public @Nullable LocalDate since() {
        return since;
    }

    /** Whoever holds the seat; empty unless it is filled. */
    public Optional<Member> member() {
        return status == SeatStatus.FILLED ? Optional.ofNullable(member) : Optional.empty();
    }

    /** When the event was written that says so. */
    Instant recordedAt() {
        return recordedAt;
    }
}
