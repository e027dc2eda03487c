package org.centrallobby.mail.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.mail.smtp.Delivery;

/** What an operator's graphs show: how much waits, for how long, and how attempts go. Nothing in it names anybody. */
@ApplicationScoped
class QueueMetrics {
    private final MeterRegistry registry;
    private final Depths depths;
    private final Set<String> watched;
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;

    QueueMetrics(MeterRegistry registry, Depths depths, QueueConfig config) {
        this.registry = registry;
        this.depths = depths;
        this.watched = config.watchedDestinations();
        this.waiting = registry.gauge("queue.waiting", new AtomicLong());
        this.oldestSeconds = registry.gauge("queue.oldest.seconds", new AtomicLong());
    }

    /** Counts an attempt by what it meant, by the first digit of the relay's answer, and by where it was to go. */
    void count(Delivery delivery, String relay, String destination, Duration took) {
        registry.counter(
                        "queue.destination.attempts",
                        "destination",
                        watched.contains(destination) ? destination : "other",
                        "verdict",
                        delivery.verdict().word(),
                        "slower",
                        Boolean.toString(delivery.asksForLess()))
                .increment();
        var code = delivery.reply().code();
        registry.timer(
                        "queue.attempts",
                        "relay",
                        relay,
                        "verdict",
                        delivery.verdict().word(),
                        "phase",
                        delivery.phase().word(),
                        "reply",
                        code == null ? "none" : code / 100 + "xx")
                .record(took);
    }

    /** Counts mails that a dead sender may have sent. */
    void countUncertain(int mails) {
        registry.counter("queue.orphans.uncertain").increment(mails);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void measure() {
        waiting.set(depths.waiting());
        oldestSeconds.set(depths.oldestSeconds());
    }
}
