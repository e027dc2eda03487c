package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Testbed;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What it costs to ask how much waits, where most of what there is was sent long ago. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class DepthsTest {
    /** 100,000 mails of the last months, of which one in a hundred waits. */
    private static final String MAILS = """
            insert into mail (id, kind, campaign, organisation, expires_at, message_id, state, claimed_by, next_at, queued_at,
                              changed_at, erased_at, lane)
            select gen_random_uuid(), 'letter', gen_random_uuid(), gen_random_uuid(), now(), '<a@lobby.example>',
                   case when number % 100 > 0 then 'settled' when number % 1000 > 0 then 'queued'
                        when number % 10000 > 0 then 'deferred' when number % 20000 > 0 then 'held' else 'sending' end,
                   case when number % 20000 = 0 then gen_random_uuid() end, now(),
                   now() - number * interval '3 minutes', now(), case when number % 3 > 0 then now() end, 1
              from generate_series(1, 100000) as number""";

    @Testbed.Inject
    Postgres postgres;

    @Test
    void whatIsFinishedIsNotReadToCountWhatWaits() throws SQLException {
        postgres.createDatabase("depths");
        var url = postgres.jdbcUrl("depths");
        Flyway.configure()
                .dataSource(url, Postgres.USER, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (var database = DriverManager.getConnection(url, Postgres.USER, null)) {
            database.createStatement().execute(MAILS);
            database.createStatement().execute("vacuum analyze mail");

            for (var query : List.of(Depths.OPEN, Depths.WAITING, Depths.OLDEST)) {
                assertThat(plan(database, query)).noneMatch(line -> line.contains("Seq Scan on mail"));
            }
            assertThat(plan(database, Depths.OLDEST))
                    .anyMatch(line -> line.contains("Limit"))
                    .anyMatch(line -> line.contains("mail_waiting on mail"));
        }
    }

    private static List<String> plan(Connection database, String query) throws SQLException {
        var plan = new ArrayList<String>();
        try (var rows = database.createStatement().executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan;
    }
}
