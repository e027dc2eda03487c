package org.centrallobby.letter.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.platform.RetentionConfig;

/** Forgets entries whose time is over. */
@ApplicationScoped
class AuditJobs {
    private final Jobs jobs;
    private final AuditEntries entries;
    private final RetentionConfig retention;
    private final InstantSource clock;

    AuditJobs(Jobs jobs, AuditEntries entries, RetentionConfig retention, InstantSource clock) {
        this.jobs = jobs;
        this.entries = entries;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m")
    void forget() {
        jobs.run(Job.AUDIT_FORGETTING, limit -> entries.forget(clock.instant().minus(retention.auditLog()), limit));
    }
}
