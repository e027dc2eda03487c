package org.centrallobby.letter.alarm;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.centrallobby.letter.job.Job;
import org.centrallobby.letter.job.Jobs;
import org.centrallobby.letter.platform.RetentionConfig;

/** Looks at the newest letters every few minutes and raises an alarm where they have too much in common, once a window. */
@ApplicationScoped
class AlarmWatch {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Jobs jobs;
    private final NewestLetters letters;
    private final Alarms alarms;
    private final Event<AlarmRaised> observers;
    private final AlarmConfig config;
    private final RetentionConfig retention;
    private final InstantSource clock;

    AlarmWatch(
            Jobs jobs,
            NewestLetters letters,
            Alarms alarms,
            Event<AlarmRaised> observers,
            AlarmConfig config,
            RetentionConfig retention,
            InstantSource clock) {
        this.jobs = jobs;
        this.letters = letters;
        this.alarms = alarms;
        this.observers = observers;
        this.config = config;
        this.retention = retention;
        this.clock = clock;
    }

    @Scheduled(every = "3m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        jobs.run(Job.ALARMS, all -> {
            lookAtAll(clock.instant().truncatedTo(ChronoUnit.MICROS));
            return 0;
        });
    }

    /** An alarm may name a network, and goes when that would. */
    @Scheduled(every = "1h", delayed = "3m")
    void forget() {
        jobs.run(Job.ALARM_FORGETTING, limit -> alarms.forget(clock.instant().minus(retention.network()), limit));
    }

    private void lookAtAll(Instant now) {
        var since = now.minus(config.window());
        var first = new UUID(since.toEpochMilli() << 16, 0);
        lookAt(AlarmKind.NETWORK, config.networkShare(), first, now);
        lookAt(AlarmKind.EMAIL_DOMAIN, config.emailDomainShare(), first, now);
        lookAt(AlarmKind.CONSTITUENCY, config.constituencyShare(), first, now);
        for (var campaign : letters.campaigns(first, config.leastLetters())) {
            letters.alike(campaign, first)
                    .filter(cluster ->
                            cluster.letters() >= config.leastLetters() && cluster.share() >= config.alikeShare())
                    .ifPresent(cluster -> raise(cluster, 0, now));
        }
    }

    private void lookAt(AlarmKind kind, double share, UUID first, Instant now) {
        for (var cluster : letters.clusters(kind, first, config.leastLetters(), share)) {
            var usual = letters.usualShare(cluster, first);
            if (cluster.share() >= config.timesUsual() * usual) {
                raise(cluster, usual, now);
            }
        }
    }

    private void raise(Cluster cluster, double usual, Instant now) {
        var since = now.minus(config.window());
        if (alarms.isRaised(cluster, since)) {
            return;
        }
        var alarm = new Alarm(IDS.generate(), cluster, usual, since, now);
        alarms.persist(alarm);
        observers.fire(new AlarmRaised(
                alarm.id(), alarm.campaign(), alarm.kind(), alarm.subject(), alarm.letters(), alarm.ofLetters(), now));
    }
}
