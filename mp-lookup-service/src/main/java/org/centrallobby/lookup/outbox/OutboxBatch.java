package org.centrallobby.lookup.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** One transaction of the relay: read, publish, delete. If it is cut short the events are published again, with the same ids. */
@ApplicationScoped
class OutboxBatch {
    private final OutboxRecords records;
    private final EventPublisher publisher;

    OutboxBatch(OutboxRecords records, EventPublisher publisher) {
        this.records = records;
        this.publisher = publisher;
    }

    /**
     * Publishes the oldest events.
     *
     * @param most of them
     * @return how many were published; 0 where nothing waits or another replica is at it
     */
    @Transactional
    int publishOldest(int most) {
        if (!records.lockForRelay()) {
            return 0;
        }
        var waiting = records.oldest(most);
        if (!waiting.isEmpty()) {
            publisher.publish(waiting);
            waiting.forEach(records::delete);
        }
        return waiting.size();
    }
}
