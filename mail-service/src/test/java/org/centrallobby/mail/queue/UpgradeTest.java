package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Testbed;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an operator's queue becomes when the service of before is replaced by this one. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class UpgradeTest {
    private static final UUID WAITING = new UUID(1, 1);
    private static final UUID CONFIRMATION = new UUID(1, 2);
    private static final UUID SENT = new UUID(1, 3);
    private static final UUID ERASED = new UUID(1, 4);
    private static final UUID CAMPAIGN = new UUID(2, 1);

    @Testbed.Inject
    Postgres postgres;

    @Test
    void whatWaitedWaitsInALaneAndNothingIsLost() throws SQLException {
        postgres.createDatabase("before_lanes");
        var url = postgres.jdbcUrl("before_lanes");
        migrate(url, "4");
        try (var database = DriverManager.getConnection(url, Postgres.USER, null)) {
            insert(database, WAITING, "letter", "deferred", "Member@Parliament.example");
            insert(database, CONFIRMATION, "confirmation", "queued", "jane@home.example");
            insert(database, SENT, "letter", "sent", "other@parliament.example");
            insert(database, ERASED, "letter", "settled", null);
        }

        migrate(url, "latest");

        try (var database = DriverManager.getConnection(url, Postgres.USER, null)) {
            // As Turns asks it: every waiting mail is in a lane that has its turn.
            assertThat(text(database, """
                    select string_agg(lane.destination || ' ' || lane.urgent || ' ' || mail.kind, ', ' order by mail.id)
                      from mail join lane on lane.id = mail.lane
                      join campaign_turn turn on turn.campaign = lane.campaign and turn.urgent = lane.urgent
                      join organisation_turn other on other.organisation = turn.organisation and other.urgent = turn.urgent
                     where lane.ready_at <= now() and turn.ready_at <= now()"""))
                    .isEqualTo("parliament.example false letter, home.example true confirmation");
            assertThat(text(
                            database,
                            "select lane.mailbox from lane join mail on mail.lane = lane.id where mail.id = '%s'"
                                    .formatted(WAITING)))
                    .isEqualTo(EmailAddress.parse("member@parliament.example")
                            .mailbox()
                            .toString());
            assertThat(text(database, "select count(*) from content")).isEqualTo("3");
            assertThat(text(database, "select state from mail where id = '%s'".formatted(ERASED)))
                    .isEqualTo("settled");
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, Postgres.USER, null)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void insert(
            Connection database, UUID id, String kind, String state, @org.jspecify.annotations.Nullable String to)
            throws SQLException {
        try (var insert = database.prepareStatement("""
                insert into mail (id, kind, campaign_id, campaign_slug, campaign_title, from_name, to_address, subject, text,
                                  automatic, composed_at, expires_at, message_id, state, next_at, queued_at, changed_at, erased_at)
                select ?, ?, ?, 'slug', 'Title', s.name, s.address, s.name, s.name, false, now(), now() + interval '1 day',
                       '<a@lobby.example>', ?, now(), now(), now(), case when s.address is null then now() end
                  from (select ?::text as address, case when ?::text is null then null else 'Jane' end as name) as s""")) {
            insert.setObject(1, id);
            insert.setString(2, kind);
            insert.setObject(3, CAMPAIGN);
            insert.setString(4, state);
            insert.setString(5, to);
            insert.setString(6, to);
            insert.executeUpdate();
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
