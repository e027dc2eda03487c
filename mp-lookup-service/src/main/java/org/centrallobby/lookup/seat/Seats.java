package org.centrallobby.lookup.seat;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The seats as the database keeps them: what was last announced of each. */
@ApplicationScoped
class Seats implements PanacheRepositoryBase<SeatRow, String> {
    /** All seats in the order of their codes. */
    List<Representation> announced() {
        return find("from SeatRow s join fetch s.constituency left join fetch s.member order by s.constituencyCode")
                .stream()
                .map(SeatRow::representation)
                .toList();
    }

    /** Keeps a seat, new or changed. */
    void keep(Representation seat) {
        var entities = getEntityManager();
        var constituency = entities.merge(new ConstituencyRow(seat.constituency()));
        var member = House.memberOf(seat)
                .map(sitting -> entities.merge(new MemberRow(sitting)))
                .orElse(null);
        entities.merge(new SeatRow(constituency, seat.constituency().code(), seat.seat(), member));
    }

    /** Forgets a seat that no data refer to any more. */
    void forget(Representation seat) {
        deleteById(seat.constituency().code());
    }

    /** Forgets whoever holds no seat now: nothing needs their data any more. */
    void forgetFormerMembers() {
        flush();
        getEntityManager()
                .createQuery("delete from MemberRow m where not exists (from SeatRow s where s.member = m)")
                .executeUpdate();
    }
}
