package org.centrallobby.letter.comment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.platform.RetentionConfig;

/** Forgets what nobody sees any more. */
@ApplicationScoped
class CommentJobs {
    private final Jobs jobs;
    private final Comments comments;
    private final CommentSteps steps;
    private final RetentionConfig retention;

    CommentJobs(Jobs jobs, Comments comments, CommentSteps steps, RetentionConfig retention) {
        this.jobs = jobs;
        this.comments = comments;
        this.steps = steps;
        this.retention = retention;
    }

    @Scheduled(every = "1h", delayed = "3m")
    void forget() {
        jobs.run(
                Job.COMMENT_FORGETTING,
                limit -> comments.eraseTexts(steps.now().minus(retention.removedComment()), limit));
    }
}
