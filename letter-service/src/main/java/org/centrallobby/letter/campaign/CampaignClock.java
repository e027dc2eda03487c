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
    private final Jobs jobs;
    private final InstantSource clock;

    CampaignClock(Campaigns campaigns, Jobs jobs, InstantSource clock) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        jobs.run(Job.SCHEDULE, count -> open(count) + close(count));
    }

    private int open(int count) {
        var due = campaigns.toOpen(clock.instant(), count);
        due.forEach(campaign -> campaign.take(CampaignLifecycle.Step.OPEN, clock.instant()));
        return due.size();
    }

    private int close(int count) {
        var due = campaigns.toClose(clock.instant(), count);
        due.forEach(campaign -> {
            campaign.take(CampaignLifecycle.Step.CLOSE, clock.instant());
            campaign.end(Ending.OVER, null);
        });
        return due.size();
    }
}
