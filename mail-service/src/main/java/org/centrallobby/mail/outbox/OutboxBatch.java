package org.centrallobby.mail.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** One transaction of the relay: read, publish, delete. If it is cut short the events are published again, with the same ids. */
@ApplicationScoped
class OutboxBatch {
    private final OutboxRecords records;
    private final EventPublisher publisher;
    private final OutboxConfig config;

    OutboxBatch(OutboxRecords records, EventPublisher publisher, OutboxConfig config) {
        this.records = records;
        this.publisher = publisher;
        this.config = config;
    }

    /** The number of events published; 0 where nothing waits or another replica is at it. */
    @Transactional
    int publishOldest() {
        if (!records.lockForRelay()) {
            return 0;
        }
        var waiting = records.oldest(config.batchSize());
        if (!waiting.isEmpty()) {
            publisher.publish(waiting);
            records.remove(waiting);
        }
        return waiting.size();
    }
}
