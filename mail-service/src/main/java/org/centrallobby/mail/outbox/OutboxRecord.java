package org.centrallobby.mail.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that has happened and that Kafka does not have yet. The payload is kept as text: what was committed is what is sent. */
record OutboxRecord(
        long position,
        UUID id,
        String topic,
        String key,
        String type,
        String payload,
        Instant occurredAt,
        @Nullable String traceparent) {}
