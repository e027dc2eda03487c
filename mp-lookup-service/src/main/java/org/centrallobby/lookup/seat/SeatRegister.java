package org.centrallobby.lookup.seat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.centrallobby.lookup.outbox.Outbox;

/** Compares what the data say of each seat with what was last announced, and announces the differences. */
@ApplicationScoped
public class SeatRegister {
    private final Seats seats;
    private final Outbox outbox;

    SeatRegister(Seats seats, Outbox outbox) {
        this.seats = seats;
        this.outbox = outbox;
    }

    /** The seats as they were last announced. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Representation> announced() {
        return seats.announced();
    }

    /** Whether these are all the seats there are and each was last announced as it is here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isAnnounced(Collection<Representation> now) {
        return Set.copyOf(now).equals(Set.copyOf(seats.announced()));
    }

    /**
     * Makes these all the seats there are. A changed one is announced once; one that is missing is announced as
     * unknown, so that nobody goes on writing to its member.
     *
     * @return how many were announced
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int replace(Collection<Representation> now) {
        var before = new TreeMap<String, Representation>();
        seats.announced().forEach(seat -> before.put(seat.constituency().code(), seat));
        var announced = 0;
        for (var seat : now) {
            if (!seat.equals(before.remove(seat.constituency().code()))) {
                seats.keep(seat);
                announce(seat);
                announced++;
            }
        }
        for (var gone : before.values()) {
            seats.forget(gone);
            announce(new Representation(gone.constituency(), Seat.UNKNOWN));
            announced++;
        }
        seats.forgetFormerMembers();
        return announced;
    }

    private void announce(Representation seat) {
        outbox.add(SeatChanged.TOPIC, seat.constituency().code(), SeatChanged.TYPE, SeatChanged.of(seat));
    }
}
