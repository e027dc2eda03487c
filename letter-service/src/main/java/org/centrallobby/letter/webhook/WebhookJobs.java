package org.centrallobby.letter.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Keeps queue and log within their bounds, and no secret longer than it signs. */
@ApplicationScoped
class WebhookJobs {
    private static final int BATCH = 1_000;
    /** Longer than any transaction that may still write a delivery for an endpoint which is deleted meanwhile. */
    private static final Duration DELETED_KEPT = Duration.ofHours(1);

    private final Jobs jobs;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookConfig config;
    private final InstantSource clock;

    WebhookJobs(Jobs jobs, Webhooks webhooks, Deliveries deliveries, WebhookConfig config, InstantSource clock) {
        this.jobs = jobs;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    /** Disables endpoints for which too much waits, and ends what waits for those that are disabled. */
    @Scheduled(every = "1m", delayed = "20s")
    void keepUp() {
        jobs.run(Job.WEBHOOK_UPKEEP, limit -> webhooks.disableOverloaded(config.mostWaiting(), clock.instant()));
        jobs.run(Job.WEBHOOK_UPKEEP, BATCH, limit -> deliveries.failThoseOfDisabled(clock.instant(), limit));
    }

    @Scheduled(every = "10m", delayed = "2m")
    void forget() {
        jobs.run(
                Job.WEBHOOK_FORGETTING,
                BATCH,
                limit -> deliveries.forget(clock.instant().minus(config.keepDeliveries()), limit));
        jobs.run(Job.WEBHOOK_FORGETTING, BATCH, deliveries::forgetThoseOfDeleted);
        jobs.run(Job.WEBHOOK_FORGETTING, limit -> webhooks.forgetExpiredSecrets(clock.instant(), limit));
        jobs.run(
                Job.WEBHOOK_FORGETTING, limit -> webhooks.forget(clock.instant().minus(DELETED_KEPT)));
    }
}
