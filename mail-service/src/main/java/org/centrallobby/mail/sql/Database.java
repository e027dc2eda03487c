package org.centrallobby.mail.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements on the running transaction's connection that go past Hibernate: a queue moves its rows by the hundred, and
 * arrays carry them in one statement. Parameters may be null, text, numbers, booleans, {@link UUID}, {@link Instant}, and
 * arrays of these; {@link Instant#MAX} stands for infinity and {@link Instant#MIN} for its opposite.
 */
@ApplicationScoped
public class Database {
    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * All rows of a query, or of what a change returns.
     *
     * @throws StatementFailed whatever the reason is
     */
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** The one row of a query that always has one. */
    public <T> T one(String sql, Reading<T> reading, @Nullable Object... parameters) {
        return list(sql, reading, parameters).getFirst();
    }

    /**
     * Makes a change; returns how many rows it touched.
     *
     * @throws StatementFailed whatever the reason is
     */
    public int change(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** A column that may hold null; infinity is {@link Instant#MAX}, its opposite {@link Instant#MIN}. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        if (moment == null) {
            return null;
        }
        if (moment.equals(OffsetDateTime.MAX)) {
            return Instant.MAX;
        }
        return moment.equals(OffsetDateTime.MIN) ? Instant.MIN : moment.toInstant();
    }

    /** A column that holds no null. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }

    /** A column that may hold null. */
    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (var place = 0; place < parameters.length; place++) {
                set(connection, statement, place + 1, parameters[place]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant instant -> statement.setObject(place, offset(instant));
            case Instant[] instants ->
                statement.setArray(
                        place,
                        connection.createArrayOf(
                                "timestamptz",
                                Arrays.stream(instants).map(Database::text).toArray()));
            case Object[] values -> statement.setArray(place, connection.createArrayOf(elementType(values), values));
            default -> statement.setObject(place, value);
        }
    }

    private static OffsetDateTime offset(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        if (instant.equals(Instant.MAX)) {
            return "infinity";
        }
        return instant.equals(Instant.MIN) ? "-infinity" : instant.toString();
    }

    private static String elementType(Object[] values) {
        return switch (values) {
            case UUID[] ids -> "uuid";
            case String[] texts -> "text";
            case Long[] numbers -> "bigint";
            case Integer[] numbers -> "integer";
            case Double[] numbers -> "double precision";
            case Boolean[] flags -> "boolean";
            default -> throw new IllegalArgumentException("No array of " + values.getClass());
        };
    }

    /** A statement could not be run. The message never repeats its values: the driver is told to leave them out. */
    public static final class StatementFailed extends RuntimeException {
        StatementFailed(SQLException cause) {
            super("The database did not run a statement (%s)".formatted(cause.getSQLState()), cause);
        }
    }
}
