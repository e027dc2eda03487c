package org.centrallobby.letter.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;

/** Forgets replies whose time has passed. */
@ApplicationScoped
class ReplyExpiry {
    private static final int ROWS = 1_000;

    private final Jobs jobs;
    private final IdempotentReplies replies;
    private final InstantSource clock;

    ReplyExpiry(Jobs jobs, IdempotentReplies replies, InstantSource clock) {
        this.jobs = jobs;
        this.replies = replies;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void forget() {
        jobs.run(Job.REPLIES, ROWS, limit -> replies.forget(clock.instant(), limit));
    }
}
