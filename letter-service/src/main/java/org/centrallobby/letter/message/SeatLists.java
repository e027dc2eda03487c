package org.centrallobby.letter.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.Seats;

/** The lists of seats that organisations upload for the rules of their campaigns. */
@ApplicationScoped
public class SeatLists {
    private final EntityManager database;
    private final Seats seats;
    private final InstantSource clock;

    SeatLists(EntityManager database, Seats seats, InstantSource clock) {
        this.database = database;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Puts a list in the place of the one with its name, or keeps it as a new one.
     *
     * @param csv a column {@code constituency} or {@code member}; others are left alone
     */
    @Transactional
    public UploadedTable keep(UUID campaign, String name, String csv) {
        var rows = new SeatTable(seats.all()).read(csv, List.of());
        drop(campaign, name);
        var now = clock.instant();
        database.createNativeQuery("insert into seat_list (campaign, name, uploaded_at) values (?1, ?2, ?3)")
                .setParameter(1, campaign)
                .setParameter(2, name)
                .setParameter(3, now)
                .executeUpdate();
        var places = rows.stream()
                .filter(row -> !row.byMember())
                .map(row -> row.seat().constituency().code())
                .distinct()
                .toArray(String[]::new);
        var members = rows.stream()
                .filter(SeatTable.Row::byMember)
                .flatMap(row -> row.seat().member().stream())
                .map(member -> member.id())
                .distinct()
                .toArray(Integer[]::new);
        database.createNativeQuery("""
                        insert into seat_list_entry (campaign, list, constituency, member)
                        select cast(?1 as uuid), cast(?2 as text), place, null from unnest(cast(?3 as text[])) place
                        union all
                        select cast(?1 as uuid), cast(?2 as text), null, id from unnest(cast(?4 as int[])) id""")
                .setParameter(1, campaign)
                .setParameter(2, name)
                .setParameter(3, places)
                .setParameter(4, members)
                .executeUpdate();
        return new UploadedTable(name, (long) places.length + members.length, now);
    }

    /** In the order of their names. */
    public List<UploadedTable> of(UUID campaign) {
        List<?> rows = database.createNativeQuery("""
                        select l.name, (select count(*) from seat_list_entry e where e.campaign = l.campaign and e.list = l.name),
                               l.uploaded_at
                        from seat_list l where l.campaign = ?1 order by l.name""").setParameter(1, campaign).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new UploadedTable((String) row[0], ((Number) row[1]).longValue(), (Instant) row[2]))
                .toList();
    }

    /** Forgets a list; whether there was one. */
    @Transactional
    public boolean drop(UUID campaign, String name) {
        return database.createNativeQuery("delete from seat_list where campaign = ?1 and name = ?2")
                        .setParameter(1, campaign)
                        .setParameter(2, name)
                        .executeUpdate()
                > 0;
    }

    /** Gives another campaign the same lists. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void copy(UUID from, UUID to) {
        database.createNativeQuery("""
                        insert into seat_list (campaign, name, uploaded_at)
                        select cast(?2 as uuid), name, uploaded_at from seat_list where campaign = ?1""")
                .setParameter(1, from)
                .setParameter(2, to)
                .executeUpdate();
        database.createNativeQuery("""
                        insert into seat_list_entry (campaign, list, constituency, member)
                        select cast(?2 as uuid), list, constituency, member from seat_list_entry where campaign = ?1""")
                .setParameter(1, from)
                .setParameter(2, to)
                .executeUpdate();
    }

    /** The names of a campaign's lists on which the seat is, by its place or by its member. */
    public Set<String> on(UUID campaign, Seat seat) {
        List<?> names = database.createNativeQuery("""
                        select list from seat_list_entry where campaign = ?1 and constituency = ?2
                        union select list from seat_list_entry where campaign = ?1 and member = ?3""")
                .setParameter(1, campaign)
                .setParameter(2, seat.constituency().code())
                .setParameter(3, seat.member().map(member -> member.id()).orElse(0))
                .getResultList();
        var on = new HashSet<String>();
        names.forEach(name -> on.add((String) name));
        return on;
    }

    /** The same for every seat, read once. */
    public Function<Seat, Set<String>> onAll(UUID campaign) {
        Map<Object, Set<String>> lists = new HashMap<>();
        List<?> entries = database.createNativeQuery(
                        "select list, constituency, member from seat_list_entry where campaign = ?1")
                .setParameter(1, campaign)
                .getResultList();
        for (var entry : entries) {
            var columns = (Object[]) entry;
            lists.computeIfAbsent(columns[1] == null ? columns[2] : columns[1], key -> new HashSet<>())
                    .add((String) columns[0]);
        }
        return seat -> {
            var on = new HashSet<>(lists.getOrDefault(seat.constituency().code(), Set.of()));
            seat.member().ifPresent(member -> on.addAll(lists.getOrDefault(member.id(), Set.of())));
            return on;
        };
    }
}
