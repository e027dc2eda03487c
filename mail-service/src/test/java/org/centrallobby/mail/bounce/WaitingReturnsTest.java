package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bounces that wait until their mails are out of their senders' hands. */
@ServiceTest
class WaitingReturnsTest {
    private final UUID broken = Requests.id();
    private final UUID behind = Requests.id();

    @Inject
    ReturnWork work;

    @Inject
    Database database;

    @AfterEach
    void nothingOfItStays() {
        database.change("delete from returned where id in (?, ?)", broken, behind);
    }

    @Test
    void oneOfWhichNobodyCanMakeAnythingHoldsUpNoOther() {
        waits(broken, "of no known kind");
        waits(behind, null);

        work.drawWaiting();

        await().atMost(Scene.PATIENCE).untilAsserted(() -> {
            assertThat(pending(broken)).isEqualTo("waiting after 1, postponed");
            assertThat(pending(behind)).contains("after 0").doesNotEndWith("due");
        });
    }

    @Test
    void itIsTriedLessAndLessOftenAndGivenUpInTheEnd() {
        waits(broken, "of no known kind");
        database.change("update returned set attempts = 5 where id = ?", broken);
        work.drawWaiting();
        await().atMost(Scene.PATIENCE).until(() -> isPutOffForMinutesAfter(6, broken));

        database.change(
                "update returned set came_at = now() - interval '2 days', next_at = now() - interval '1 hour' where id = ?",
                broken);
        work.drawWaiting();

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(pending(broken)).isEqualTo("recorded after 0, done"));
    }

    /** Due for longer than anything else is. */
    private void waits(UUID id, @Nullable String reason) {
        database.change("""
                insert into returned (id, mail, fingerprint, class, reason, suppressed, action, came_at, next_at)
                values (?, ?, 'none', 'hard', ?, false, 'waiting', now(), now() - interval '1 hour')""", id, Requests.id(), reason);
    }

    private boolean isPutOffForMinutesAfter(int attempts, UUID id) {
        return database.one(
                "select attempts = ? and next_at > now() + interval '9 minutes' as later from returned where id = ?",
                row -> row.getBoolean("later"),
                attempts,
                id);
    }

    private String pending(UUID id) {
        return database.one("""
                select action || ' after ' || attempts || ', '
                       || case when next_at is null then 'done' when next_at > now() then 'postponed' else 'due' end as how
                  from returned where id = ?""", row -> row.getString("how"), id);
    }
}
