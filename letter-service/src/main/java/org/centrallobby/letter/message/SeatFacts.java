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
import java.util.UUID;
import java.util.function.Function;
import org.centrallobby.letter.lookup.Seats;

/** What organisations know of single constituencies, uploaded for the letters of their campaigns. */
@ApplicationScoped
public class SeatFacts {
    private static final int LONGEST = 300;

    private final EntityManager database;
    private final Seats seats;
    private final InstantSource clock;

    SeatFacts(EntityManager database, Seats seats, InstantSource clock) {
        this.database = database;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Puts a fact's table in the place of the one with its name, or keeps it as a new one.
     *
     * @param csv the columns {@code constituency} (or {@code member}), {@code value}, {@code source} and {@code date}, at most
     *     300 characters each
     */
    @Transactional
    public UploadedTable keep(UUID campaign, String name, String csv) {
        var table = new SeatTable(seats.all());
        var rows = table.read(csv, List.of("value", "source", "date"));
        var known = new HashSet<String>();
        for (var row : rows) {
            if (!known.add(row.seat().constituency().code())) {
                table.complain(row.cells(), "The table has this constituency twice.");
            }
            for (var column : List.of("value", "source", "date")) {
                if (row.cell(column).length() > LONGEST
                        || row.cell(column).lines().count() > 1) {
                    table.complain(row.cells(), "Keep \"%s\" to one line of %d characters.".formatted(column, LONGEST));
                }
            }
        }
        table.check();
        drop(campaign, name);
        var now = clock.instant();
        database.createNativeQuery("""
                        insert into seat_fact (campaign, name, constituency, value, source, date, uploaded_at)
                        select cast(?1 as uuid), cast(?2 as text), place, value, source, date, cast(?7 as timestamptz)
                        from unnest(cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]))
                             rows (place, value, source, date)""")
                .setParameter(1, campaign)
                .setParameter(2, name)
                .setParameter(3, column(rows, row -> row.seat().constituency().code()))
                .setParameter(4, column(rows, row -> row.cell("value")))
                .setParameter(5, column(rows, row -> row.cell("source")))
                .setParameter(6, column(rows, row -> row.cell("date")))
                .setParameter(7, now)
                .executeUpdate();
        return new UploadedTable(name, rows.size(), now);
    }

    private static String[] column(List<SeatTable.Row> rows, Function<SeatTable.Row, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    /** In the order of their names. */
    public List<UploadedTable> of(UUID campaign) {
        List<?> rows = database.createNativeQuery("""
                        select name, count(*), max(uploaded_at) from seat_fact where campaign = ?1
                        group by name order by name""").setParameter(1, campaign).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new UploadedTable((String) row[0], ((Number) row[1]).longValue(), (Instant) row[2]))
                .toList();
    }

    /** Forgets a fact of every constituency; whether there was one. */
    @Transactional
    public boolean drop(UUID campaign, String name) {
        return database.createNativeQuery("delete from seat_fact where campaign = ?1 and name = ?2")
                        .setParameter(1, campaign)
                        .setParameter(2, name)
                        .executeUpdate()
                > 0;
    }

    /** Gives another campaign the same facts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void copy(UUID from, UUID to) {
        database.createNativeQuery("""
                        insert into seat_fact (campaign, name, constituency, value, source, date, uploaded_at)
                        select cast(?2 as uuid), name, constituency, value, source, date, uploaded_at
                        from seat_fact where campaign = ?1""")
                .setParameter(1, from)
                .setParameter(2, to)
                .executeUpdate();
    }

    /** What is known of one constituency, by the facts' names. */
    public Map<String, Fact> in(UUID campaign, String constituency) {
        List<?> rows = database.createNativeQuery("""
                        select name, value, source, date from seat_fact where campaign = ?1 and constituency = ?2""")
                .setParameter(1, campaign)
                .setParameter(2, constituency)
                .getResultList();
        var facts = new HashMap<String, Fact>();
        for (var row : rows) {
            var columns = (Object[]) row;
            facts.put((String) columns[0], new Fact((String) columns[1], (String) columns[2], (String) columns[3]));
        }
        return facts;
    }

    /** The number of constituencies of which each fact is known, by the facts' names. */
    public Map<String, Long> coverage(UUID campaign) {
        var coverage = new HashMap<String, Long>();
        of(campaign).forEach(table -> coverage.put(table.name(), table.rows()));
        return coverage;
    }
}
