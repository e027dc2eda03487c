package org.centrallobby.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    Path folder;

    @Test
    void aDurableServerKeepsWhatWasCommittedWhenItCrashes() throws SQLException {
        try (var server = Postgres.durable(folder, Ports.free())) {
            server.createDatabase("kept");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            ask(server, "create table kept as select 7 as number; select 1");

            server.crash();
            server.start();

            assertThat(ask(server, "select number from kept")).isEqualTo("7");
        }
    }

    private static String ask(Postgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("kept"), Postgres.USER, "");
                var statement = connection.createStatement()) {
            var hasRows = statement.execute(sql);
            while (!hasRows) {
                hasRows = statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
