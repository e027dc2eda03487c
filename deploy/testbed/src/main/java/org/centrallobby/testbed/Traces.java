package org.centrallobby.testbed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Looks for a person in every column of every table of a database, whatever its type, also of tables that nobody had thought of. */
public final class Traces {
    private static final String TABLES = """
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""";

    private Traces() {}

    /**
     * Where any of the texts stands, each as {@code schema.table.column: text}; case does not matter. Binary columns are
     * searched for its UTF-8 bytes.
     */
    public static List<String> of(String jdbcUrl, Collection<String> texts) {
        try (var connection = DriverManager.getConnection(jdbcUrl, Postgres.USER, "")) {
            var found = new ArrayList<String>();
            for (var table : tables(connection)) {
                for (var text : texts) {
                    found.addAll(columns(connection, table, text));
                }
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static List<String> columns(Connection connection, String table, String text) throws SQLException {
        try (var search = connection.prepareStatement("""
                select distinct cell.key from %s searched cross join lateral json_each_text(to_json(searched)) cell
                 where position(lower(?) in lower(cell.value)) > 0 or position(? in cell.value) > 0""".formatted(table))) {
            search.setString(1, text);
            search.setString(2, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            try (var rows = search.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add("%s.%s: %s".formatted(table, rows.getString(1), text));
                }
                return found;
            }
        }
    }
}
