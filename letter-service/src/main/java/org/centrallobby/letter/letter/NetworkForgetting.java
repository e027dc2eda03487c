package org.centrallobby.letter.letter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.platform.RetentionConfig;

/** Forgets the networks that letters came from, once the time is over in which a flood would be looked into. */
@ApplicationScoped
class NetworkForgetting {
    private static final int LETTERS = 1_000;

    private final Jobs jobs;
    private final EntityManager database;
    private final RetentionConfig retention;
    private final InstantSource clock;

    NetworkForgetting(Jobs jobs, EntityManager database, RetentionConfig retention, InstantSource clock) {
        this.jobs = jobs;
        this.database = database;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        jobs.run(
                Job.NETWORKS,
                LETTERS,
                limit -> database.createNativeQuery("""
                        update letter set network = null where id in (
                            select id from letter where network is not null and written_at <= ?1 order by written_at limit ?2)""")
                        .setParameter(1, clock.instant().minus(retention.network()))
                        .setParameter(2, limit)
                        .executeUpdate());
    }
}
