package org.centrallobby.letter.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due, over and over, with any number of replicas beside it. An endpoint gets a few deliveries at a time, and
 * the next ones only when all of these have ended; so one that is slow keeps a few senders for itself and no more.
 */
@ApplicationScoped
class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);

    private final WebhookQueue queue;
    private final Courier courier;
    private final WebhookConfig config;
    private final Semaphore ended = new Semaphore(0);
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
    private final Set<UUID> slow = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders;
    private final Thread thread =
            Thread.ofPlatform().name("webhook-sender").daemon().unstarted(this::run);
    private boolean failing;

    WebhookSender(WebhookQueue queue, Courier courier, WebhookConfig config) {
        this.queue = queue;
        this.courier = courier;
        this.config = config;
        this.senders = Executors.newFixedThreadPool(
                config.senders(),
                Thread.ofPlatform().name("webhook-", 1).daemon().factory());
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(PATIENCE_AT_SHUTDOWN);
        senders.shutdown();
        if (!senders.awaitTermination(PATIENCE_AT_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
            senders.shutdownNow();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (sendDue() == 0 && ended.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    ended.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins with as many deliveries as there are senders free; how many it began. */
    int sendDue() {
        try {
            var free = config.senders()
                    - underWay.values().stream().mapToInt(Integer::intValue).sum();
            var claimed = free > 0 ? queue.claim(free, underWay.keySet(), slow) : List.<Claimed>of();
            claimed.stream()
                    .collect(Collectors.groupingBy(Claimed::webhook))
                    .forEach((webhook, deliveries) -> underWay.put(webhook, deliveries.size()));
            claimed.forEach(delivery -> senders.execute(() -> send(delivery)));
            if (failing) {
                failing = false;
                LOG.info("Webhooks are sent again");
            }
            return claimed.size();
        } catch (RuntimeException | Error e) {
            // An outage lasts many rounds: said once, not at each of them.
            if (!failing) {
                failing = true;
                LOG.warn("Webhooks wait until the database is back", e);
            }
            return 0;
        }
    }

    private void send(Claimed delivery) {
        try {
            if (courier.deliver(delivery).took().compareTo(SLOW) > 0) {
                slow.add(delivery.webhook());
            } else {
                slow.remove(delivery.webhook());
            }
        } catch (RuntimeException | Error e) {
            // It is sent again when its lease has run out.
            LOG.warnf(e, "Delivery %s could not be sent or written down", delivery.delivery());
        } finally {
            if (underWay.compute(delivery.webhook(), (webhook, count) -> count == null || count == 1 ? null : count - 1)
                    == null) {
                ended.release();
            }
        }
    }
}
