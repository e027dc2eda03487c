package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;

/** How fast mails may go, in the database. */
@ApplicationScoped
class Paces {
    private final Database database;

    Paces(Database database) {
        this.database = database;
    }

    /**
     * What is kept of one mailbox, destination or relay.
     *
     * @param due the theoretical arrival time; {@link Instant#MIN} where nothing went yet
     * @param hourly the operator's own ceiling; null where the configured one holds
     * @param brakedTo mails an hour that the brake allows; null where it is off
     */
    record Pace(
            Instant due, @Nullable Integer hourly, @Nullable Double brakedTo) {
        static final Pace NEW = new Pace(Instant.MIN, null, null);

        Pace dueAt(Instant next) {
            return new Pace(next, hourly, brakedTo);
        }
    }

    /** Those of the keys that have any row. */
    Map<String, Pace> of(PaceScope scope, Collection<String> keys) {
        var paces = new HashMap<String, Pace>();
        database.list(
                        "select key, due_at, hourly, braked_to from pace where scope = ? and key = any (?)",
                        row -> {
                            var brakedTo = row.getDouble("braked_to");
                            var braked = !row.wasNull();
                            return Map.entry(
                                    row.getString("key"),
                                    new Pace(
                                            Database.moment(row, "due_at"),
                                            Database.integer(row, "hourly"),
                                            braked ? brakedTo : null));
                        },
                        scope.word(),
                        keys.toArray(String[]::new))
                .forEach(entry -> paces.put(entry.getKey(), entry.getValue()));
        return paces;
    }

    /** Writes the theoretical arrival times. */
    void put(PaceScope scope, Map<String, Instant> due) {
        if (!due.isEmpty()) {
            database.change(
                    """
                    insert into pace (scope, key, due_at)
                    select ?, key, due_at from unnest(?, ?) as new (key, due_at) order by key
                    on conflict (scope, key) do update set due_at = excluded.due_at""",
                    scope.word(),
                    due.keySet().toArray(String[]::new),
                    due.values().toArray(Instant[]::new));
        }
    }

    /** The operator's own ceiling for a destination or a mailbox; null gives the configured one back. */
    void ceiling(PaceScope scope, String key, @Nullable Integer hourly) {
        database.change("""
                insert into pace (scope, key, hourly, changed_at) values (?, ?, ?, now())
                on conflict (scope, key) do update set hourly = excluded.hourly, changed_at = now()""", scope.word(), key, hourly);
    }

    /**
     * What the operator has set and what the brake holds, by scope and key.
     *
     * @param after scope and key of the last entry of the page before, with a colon between; empty for the first page
     */
    List<CeilingView> list(String after, int count) {
        return database.list(
                """
                select scope, key, hourly, braked_to from pace
                 where (hourly is not null or braked_to is not null) and scope || ':' || key > ?
                 order by scope || ':' || key limit ?""",
                row -> {
                    var brakedTo = row.getDouble("braked_to");
                    var braked = !row.wasNull();
                    return new CeilingView(
                            PaceScope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                            row.getString("key"),
                            Database.integer(row, "hourly"),
                            braked ? brakedTo : null);
                },
                after,
                count);
    }

    /** Forgets what was written to long enough ago to mean nothing any more. */
    int forget(int count) {
        return database.change("""
                delete from pace where ctid = any (array(
                    select ctid from pace where hourly is null and braked_to is null and due_at < now() - interval '2 hours'
                     limit ?))""", count);
    }

    static String key(UUID mailbox) {
        return mailbox.toString();
    }
}
