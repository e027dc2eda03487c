package org.centrallobby.mail.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.sql.Database;

@ApplicationScoped
class OutboxRecords {
    /** Chosen by hand and used for nothing else in this database. */
    private static final long RELAY_LOCK = 7_001;

    private final Database database;

    OutboxRecords(Database database) {
        this.database = database;
    }

    void add(List<OutboxRecord> records) {
        database.change(
                """
                insert into outbox (id, topic, key, type, payload, occurred_at, traceparent)
                select * from unnest(?, ?, ?, ?, ?, ?, ?)""",
                records.stream().map(OutboxRecord::id).toArray(UUID[]::new),
                records.stream().map(OutboxRecord::topic).toArray(String[]::new),
                records.stream().map(OutboxRecord::key).toArray(String[]::new),
                records.stream().map(OutboxRecord::type).toArray(String[]::new),
                records.stream().map(OutboxRecord::payload).toArray(String[]::new),
                records.stream().map(OutboxRecord::occurredAt).toArray(Instant[]::new),
                records.stream().map(OutboxRecord::traceparent).toArray(String[]::new));
    }

    /** When the event was written that has waited longest; empty where none waits. */
    Optional<Instant> oldestSince() {
        return database
                .list(
                        "select occurred_at from outbox order by position limit 1",
                        row -> Database.moment(row, "occurred_at"))
                .stream()
                .findFirst();
    }

    /** Whether this transaction, alone in the fleet, may publish now; two relays at once would break the order of a key. */
    boolean lockForRelay() {
        return database.one(
                "select pg_try_advisory_xact_lock(?) as locked", row -> row.getBoolean("locked"), RELAY_LOCK);
    }

    List<OutboxRecord> oldest(int count) {
        return database.list(
                "select * from outbox order by position limit ?",
                row -> new OutboxRecord(
                        row.getLong("position"),
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        row.getString("payload"),
                        Database.moment(row, "occurred_at"),
                        row.getString("traceparent")),
                count);
    }

    void remove(List<OutboxRecord> records) {
        database.change("delete from outbox where position = any (?)", (Object)
                records.stream().map(OutboxRecord::position).toArray(Long[]::new));
    }
}
