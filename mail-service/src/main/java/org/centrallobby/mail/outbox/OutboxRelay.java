package org.centrallobby.mail.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Publishes what waits in the outbox, again and again until Kafka has it. A thread of its own, as Quarkus's scheduler
 * counts in whole seconds and a letter should not wait for one.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxBatch batch;
    private final OutboxConfig config;
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    private boolean failing;

    OutboxRelay(OutboxBatch batch, OutboxConfig config) {
        this.batch = batch;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.interrupt();
        thread.join(config.publishTimeout());
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            relay();
            try {
                Thread.sleep(config.pollInterval());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void relay() {
        try {
            while (publish()) {
                // More waits. After a batch that was not full a few more events may come: they go together, later.
            }
        } catch (RuntimeException | Error e) {
            // An outage lasts many rounds: said once, not at each of them.
            if (!failing) {
                failing = true;
                LOG.warn("Events wait in the outbox until Kafka and the database are back", e);
            }
        }
    }

    /** Whether as many were published as were offered. */
    private boolean publish() {
        // While Kafka is away one is offered: what it does not take stays in its client for a while.
        var most = failing ? 1 : config.batchSize();
        var published = batch.publishOldest(most);
        if (failing) {
            failing = false;
            LOG.info("Events are published again");
        }
        return published == most;
    }
}
