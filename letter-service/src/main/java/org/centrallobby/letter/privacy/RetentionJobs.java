package org.centrallobby.letter.privacy;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.platform.RetentionConfig;

/**
 * Forgets what is kept no longer. For how long each kind of data is kept is in {@link RetentionConfig}; how it is forgotten is
 * told by the feature that keeps it, in its {@link ForgetsInTime}.
 */
@ApplicationScoped
class RetentionJobs {
    private static final int BATCH = 500;

    private final Jobs jobs;
    private final List<RetentionClock> clocks;
    private final AuditLog audit;
    private final InstantSource clock;

    RetentionJobs(Jobs jobs, @All List<ForgetsInTime> features, AuditLog audit, InstantSource clock) {
        this.jobs = jobs;
        this.clocks = features.stream()
                .flatMap(feature -> feature.clocks().stream())
                .sorted(Comparator.comparing(RetentionClock::name).thenComparing(RetentionClock::what))
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    /** Every clock, by name. */
    List<RetentionClock> clocks() {
        return clocks;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forget() {
        clocks.forEach(this::forget);
    }

    private void forget(RetentionClock due) {
        jobs.run(Job.RETENTION, BATCH, limit -> {
            var forgotten = due.forgetting().forget(clock.instant().minus(due.kept()), limit);
            forgotten.stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .forEach(audit::addForgotten);
            return forgotten.size();
        });
    }
}
