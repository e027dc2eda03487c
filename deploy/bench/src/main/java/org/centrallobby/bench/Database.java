package org.centrallobby.bench;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.centrallobby.testbed.Postgres;
import org.postgresql.PGConnection;

/** The database of the measured service, for what the service has no operation for: large data and the check afterwards. */
final class Database implements AutoCloseable {
    private final String url;
    private final Connection connection;

    private Database(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /** @param environment of the service that uses it */
    static Database open(Map<String, String> environment) {
        var url = environment.getOrDefault("DATABASE_URL", "");
        try {
            return new Database(url, DriverManager.getConnection(url, Postgres.USER, ""));
        } catch (SQLException e) {
            throw new CannotMeasure("The database cannot be reached: " + e.getMessage());
        }
    }

    /** Its address without {@code jdbc:}. */
    URI url() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** Runs one or more statements. */
    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    long number(String sql) {
        var value = new long[1];
        each(sql, text -> value[0] = text == null ? 0 : Long.parseLong(text));
        return value[0];
    }

    /** Hands over the first column of each row. */
    void each(String sql, Consumer<String> row) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.accept(rows.getString(1));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Fills a table from lines in the text format of {@code COPY}. */
    void copy(String table, String lines) {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin".formatted(table), new StringReader(lines));
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new CannotMeasure("The database could not be filled: " + e);
        }
    }

    private static CannotMeasure failure(SQLException e) {
        return new CannotMeasure("The database refused: " + e.getMessage());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
