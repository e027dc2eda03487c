package org.centrallobby.letter.campaign;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
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
        jobs.run(Job.SCHEDULE, count -> open(count) + close(count));
    }

    private int open(int count) {
        var due = campaigns.toOpen(clock.instant(), count);
        due.forEach(campaign -> steps.take(campaign, CampaignLifecycle.Step.OPEN));
        return due.size();
    }

    private int close(int count) {
        var due = campaigns.toClose(clock.instant(), count);
        due.forEach(campaign -> {
            steps.take(campaign, CampaignLifecycle.Step.CLOSE);
            campaign.end(Ending.OVER, null);
        });
        return due.size();
    }
}
