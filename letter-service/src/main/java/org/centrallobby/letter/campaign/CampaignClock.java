package org.centrallobby.letter.campaign;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Opens and closes campaigns when their times come. */
@ApplicationScoped
class CampaignClock {
    private final Campaigns campaigns;
    private final CampaignSteps steps;
    private final Jobs jobs;
    private final InstantSource clock;

    CampaignClock(Campaigns campaigns, CampaignSteps steps, Jobs jobs, InstantSource clock) {
        this.campaigns = campaigns;
        this.steps = steps;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        jobs.each(Job.SCHEDULE, count -> campaigns.toOpen(clock.instant(), count), this::open);
        jobs.each(Job.SCHEDULE, count -> campaigns.toClose(clock.instant(), count), this::close);
    }

    private void open(UUID id) {
        steps.take(campaigns.findById(id), CampaignLifecycle.Step.OPEN);
    }

    private void close(UUID id) {
        var campaign = campaigns.findById(id);
        steps.take(campaign, CampaignLifecycle.Step.CLOSE);
        campaign.end(Ending.OVER, null);
    }
}
