package org.centrallobby.letter.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that has happened and that Kafka does not have yet. The payload is kept as text: what was committed is what is sent. */
@Entity
@Table(name = "outbox")
class OutboxRecord {
    /** The CloudEvents id. Known beforehand, so that a transaction's events go to the database together. */
    @Id
    private UUID id;

    /** Given by the database; null until the record is read from there. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long position;

    private String topic;
    private String key;
    private String type;
    private String payload;
    private Instant occurredAt;
    private @Nullable String traceparent;

    @SuppressWarnings("NullAway.Init")
    protected OutboxRecord() {}

    OutboxRecord(
            UUID id,
            String topic,
            String key,
            String type,
            String payload,
            Instant occurredAt,
            @Nullable String traceparent) {
        this.id = id;
        this.topic = topic;
        this.key = key;
        this.type = type;
        this.payload = payload;
        this.occurredAt = occurredAt;
        this.traceparent = traceparent;
    }

    UUID id() {
        return id;
    }

    String topic() {
        return topic;
    }

    String key() {
        return key;
    }

    String type() {
        return type;
    }

    String payload() {
        return payload;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** The work that wrote it; null where that was part of no trace. */
    @Nullable String traceparent() {
        return traceparent;
    }
}
