package org.centrallobby.mail.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works through what the listener has taken, what waits, and what is old enough to be forgotten. Every replica may do it. */
@ApplicationScoped
class ReturnWork {
    private static final Logger LOG = Logger.getLogger(ReturnWork.class);
    private static final int ATTEMPTS = 8;
    private static final int AT_ONCE = 500;
    /** How long one is kept from the other replicas; much longer than any takes. */
    private static final Duration ALONE = Duration.ofMinutes(5);

    private final IncomingMails incoming;
    private final ReturnDesk desk;
    private final Consequences consequences;
    private final ReturnedMails returned;
    private final BounceConfig config;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    ReturnWork(
            IncomingMails incoming,
            ReturnDesk desk,
            Consequences consequences,
            ReturnedMails returned,
            BounceConfig config,
            InstantSource clock,
            MeterRegistry metrics) {
        this.incoming = incoming;
        this.desk = desk;
        this.consequences = consequences;
        this.returned = returned;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void read() {
        for (var done = 0; done < AT_ONCE && readOne(); done++) {
            // One by one, each in its own transaction.
        }
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void drawWaiting() {
        for (var done = 0; done < AT_ONCE && drawOne(); done++) {
            // One by one, each in its own transaction.
        }
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int gone;
        do {
            gone = QuarkusTransaction.requiringNew()
                    .call(() -> returned.purge(clock.instant().minus(config.keep())));
        } while (gone > 0);
    }

    /** Reads one message, and then does what follows and removes it in one transaction. False where none is due. */
    private boolean readOne() {
        var next = incoming.due(ALONE);
        if (next == null) {
            return false;
        }
        if (next.attempts() > ATTEMPTS) {
            LOG.errorf("Return %s was never worked on to the end and is given up", next.id());
            giveUp(next.id());
            return true;
        }
        try {
            var read = ReturnDesk.read(next.message());
            QuarkusTransaction.requiringNew().run(() -> {
                if (incoming.remove(next.id())) {
                    desk.handle(read, Optional.of(next.mail()));
                }
            });
        } catch (Throwable e) {
            putAside(next.id(), next.attempts(), e);
        }
        return true;
    }

    /** One that cannot be worked on stops no other; after some hours it is given up. */
    private void putAside(UUID id, int attempts, Throwable why) {
        if (attempts < ATTEMPTS) {
            LOG.warnf(why, "Return %s could not be worked on; it is tried again", id);
            incoming.putBack(id, pause(attempts));
        } else {
            LOG.errorf(why, "Return %s could not be worked on and is given up", id);
            giveUp(id);
        }
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(10L << Math.min(attempts, ATTEMPTS));
    }

    /** Looks to one that waits for its mail. False where none is due. */
    private boolean drawOne() {
        var now = clock.instant();
        var next = returned.due(now, now.plus(ALONE));
        if (next == null) {
            return false;
        }
        try {
            consequences.drawAgain(next);
        } catch (Throwable e) {
            putAside(next, e);
        }
        return true;
    }

    private void putAside(ReturnedMails.Due one, Throwable why) {
        if (consequences.hasWaitedEnough(one)) {
            LOG.errorf(why, "Return %s could not be worked on and is given up", one.id());
            returned.settle(one.id(), Action.RECORDED, null);
            metrics.counter("bounce.given.up").increment();
        } else {
            LOG.warnf(why, "Return %s could not be worked on; it is tried again", one.id());
            returned.putBack(one.id(), clock.instant().plus(pause(one.attempts())));
        }
    }

    private void giveUp(UUID id) {
        incoming.remove(id);
        metrics.counter("bounce.given.up").increment();
    }
}
