package org.centrallobby.letter.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How long what is due has to wait; how attempts go the {@link Courier} counts. */
@ApplicationScoped
class WebhookMetrics {
    private final WebhookQueue queue;
    private final AtomicLong longestWait;

    WebhookMetrics(WebhookQueue queue, MeterRegistry metrics) {
        this.queue = queue;
        this.longestWait = metrics.gauge("webhook.oldest.due.seconds", new AtomicLong());
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        longestWait.set(queue.longestWait().toSeconds());
    }
}
