package org.centrallobby.letter.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counters of the current windows, shared by all replicas. One statement, which is a transaction of its own: a row that many
 * letters count on is locked for that statement and not until each letter is stored. It does not wait for the disk either; a
 * crash of the database can lose what was counted in its last second, and nothing else.
 */
@ApplicationScoped
class Counters {
    private static final String ADD = """
            insert into limit_count as sums (what, whom, ends_at, taken)
            select what, whom, coalesce(?::timestamptz, to_timestamp((floor(extract(epoch from now()) / ?) + 1) * ?)), ?
            from unnest(?::text[], ?::text[]) as asked (what, whom)
            on conflict (whom, what, ends_at) do update set taken = sums.taken + excluded.taken
            returning what, taken, ends_at, extract(epoch from ends_at - now()),
                      set_config('synchronous_commit', 'off', true)""";

    private final DataSource database;
    private final LimitsConfig config;

    Counters(DataSource database, LimitsConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Adds one to each. To be called outside of a transaction, which would hold the rows to its end. */
    Count add(Collection<Counter> counters) {
        return add(counters, config.window());
    }

    /** The same for counters with a window of their own, which begins anew at each multiple of it. */
    Count add(Collection<Counter> counters, Duration window) {
        return add(counters, 1, window, null);
    }

    /** Takes back what {@link #add} counted, for something that was not taken after all. */
    void takeBack(Collection<Counter> counters, Count count) {
        add(counters, -1, config.window(), count.endsAt());
    }

    private Count add(Collection<Counter> counters, int number, Duration window, @Nullable Instant endsAt) {
        var ordered = counters.stream().sorted(Counter.ORDER).toList();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            bind(connection, statement, ordered, number, window.toSeconds(), endsAt);
            var standing = new EnumMap<Counter.What, Integer>(Counter.What.class);
            var end = Instant.EPOCH;
            var left = Duration.ZERO;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    standing.put(Counter.What.valueOf(rows.getString(1)), rows.getInt(2));
                    end = rows.getTimestamp(3).toInstant();
                    left = Duration.ofSeconds((long) Math.ceil(rows.getDouble(4)));
                }
            }
            return new Count(standing, end, left);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not count", e);
        }
    }

    private void bind(
            Connection connection,
            PreparedStatement statement,
            List<Counter> counters,
            int number,
            long window,
            @Nullable Instant endsAt)
            throws SQLException {
        statement.setTimestamp(1, endsAt == null ? null : Timestamp.from(endsAt));
        statement.setLong(2, window);
        statement.setLong(3, window);
        statement.setInt(4, number);
        statement.setArray(
                5,
                connection.createArrayOf(
                        "text",
                        counters.stream().map(counter -> counter.what().name()).toArray()));
        statement.setArray(
                6,
                connection.createArrayOf(
                        "text", counters.stream().map(Counter::whom).toArray()));
    }

    /** Forgets windows that are over. Part of a transaction of its caller's. */
    int forget(int limit) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        delete from limit_count where ctid in (
                            select ctid from limit_count where ends_at < now() - interval '1 minute' limit ?)""")) {
            statement.setInt(1, limit);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not forget counts", e);
        }
    }
}
