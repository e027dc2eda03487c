package org.centrallobby.mail.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.mail.smtp.Delivery;

/** What an operator's graphs show: how much waits, for how long, and how attempts go. Nothing in it names anybody. */
@ApplicationScoped
class QueueMetrics {
    private final MeterRegistry registry;
    private final Mails mails;
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;

    QueueMetrics(MeterRegistry registry, Mails mails) {
        this.registry = registry;
        this.mails = mails;
        this.waiting = registry.gauge("queue.waiting", new AtomicLong());
        this.oldestSeconds = registry.gauge("queue.oldest.seconds", new AtomicLong());
    }

    /** Counts an attempt by what it meant and by the first digit of the relay's answer. */
    void count(Delivery delivery) {
        var code = delivery.reply().code();
        registry.counter(
                        "queue.attempts",
                        "verdict",
                        delivery.verdict().word(),
                        "phase",
                        delivery.phase().word(),
                        "reply",
                        code == null ? "none" : code / 100 + "xx")
                .increment();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void measure() {
        waiting.set(mails.waiting());
        oldestSeconds.set(mails.oldestSeconds());
    }
}
