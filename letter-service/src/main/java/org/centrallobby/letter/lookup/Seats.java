package org.centrallobby.letter.lookup;

import static org.hibernate.type.StandardBasicTypes.INSTANT;
import static org.hibernate.type.StandardBasicTypes.INTEGER;
import static org.hibernate.type.StandardBasicTypes.LOCAL_DATE;
import static org.hibernate.type.StandardBasicTypes.STRING;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Every seat that the mp-lookup-service has told of. */
@ApplicationScoped
public class Seats implements PanacheRepositoryBase<Seat, String> {
    private static final String KEEP = """
            insert into seat as known (constituency, name, name_cy, status, since, member_id, member_name, salutation,
                                       party, delivery, email, web_form, region, offices, recorded_at)
            values (:constituency, :name, :nameCy, :status, :since, :memberId, :memberName, :salutation, :party, :delivery,
                    :email, :webForm, :region, :offices, :recordedAt)
            on conflict (constituency) do update set
                name = excluded.name, name_cy = excluded.name_cy, status = excluded.status, since = excluded.since,
                member_id = excluded.member_id, member_name = excluded.member_name, salutation = excluded.salutation,
                party = excluded.party, delivery = excluded.delivery, email = excluded.email,
                web_form = excluded.web_form, region = excluded.region, offices = excluded.offices,
                recorded_at = excluded.recorded_at
            where known.recorded_at < excluded.recorded_at""";

    /**
     * The seat of a constituency.
     *
     * @throws org.centrallobby.letter.problem.Failure while nothing is known of it
     */
    public Seat of(Constituency constituency) {
        return findByIdOptional(constituency.code()).orElseThrow(RestMpLookup::unavailable);
    }

    /** Every seat of the House that is known, in the order of the constituencies' names; about 650. */
    public List<Seat> all() {
        return list("order by name, constituency");
    }

    /** Keeps what is newer than what is known; the same or an older record changes nothing. One statement: two replicas may be at it. */
    @Transactional
    void keep(Seat seat) {
        var constituency = seat.constituency();
        var member = seat.member();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(KEEP)
                .setParameter("constituency", constituency.code(), STRING)
                .setParameter("name", constituency.name(), STRING)
                .setParameter("nameCy", constituency.nameCy(), STRING)
                .setParameter("status", seat.status().name(), STRING)
                .setParameter("since", seat.since(), LOCAL_DATE)
                .setParameter("memberId", member.map(Member::id).orElse(null), INTEGER)
                .setParameter("memberName", member.map(Member::name).orElse(null), STRING)
                .setParameter("salutation", member.map(Member::salutation).orElse(null), STRING)
                .setParameter("party", member.map(Member::party).orElse(null), STRING)
                .setParameter(
                        "delivery", member.map(Member::delivery).map(Enum::name).orElse(null), STRING)
                .setParameter("email", member.map(Member::email).orElse(null), STRING)
                .setParameter("webForm", member.map(Member::webForm).orElse(null), STRING)
                .setParameter("region", seat.region(), STRING)
                .setParameter(
                        "offices", member.map(Member::offices).orElse(List.of()).toArray(String[]::new), String[].class)
                .setParameter("recordedAt", seat.recordedAt(), INSTANT)
                .executeUpdate();
    }
}
