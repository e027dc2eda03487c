package org.centrallobby.mail.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** How long the event has waited that waits longest: the first sign that Kafka takes nothing, long before anybody misses it. */
@ApplicationScoped
class OutboxMetrics {
    private final OutboxRecords records;
    private final InstantSource clock;
    private final AtomicLong oldestSeconds;

    OutboxMetrics(MeterRegistry registry, OutboxRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.oldestSeconds = registry.gauge("outbox.oldest.seconds", new AtomicLong());
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void measure() {
        var waited = records.oldestSince()
                .map(since -> Duration.between(since, clock.instant()).toSeconds());
        oldestSeconds.set(Math.max(0, waited.orElse(0L)));
    }
}
