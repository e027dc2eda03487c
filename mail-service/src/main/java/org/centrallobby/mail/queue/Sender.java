package org.centrallobby.mail.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.centrallobby.mail.smtp.Relay;
import org.centrallobby.mail.smtp.RelayConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One process's part in sending: a thread that keeps the lease, and workers with a connection each. It may be killed at
 * any moment; what it had in its hands goes back in line when its lease has run out.
 */
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

    private final Claims claims;
    private final QueueSwitch queueSwitch;
    private final Relay relay;
    private final QueueConfig config;
    private final Lease lease;
    private final RelayGate gate;
    private final ClaimedMails claimed;
    private final SenderWork work;
    private final List<Thread> workers = new ArrayList<>();
    private final Thread keeper;
    private volatile boolean stopping;

    Sender(Claims claims, QueueSwitch queueSwitch, Relay relay, QueueConfig config, InstantSource clock) {
        this.claims = claims;
        this.queueSwitch = queueSwitch;
        this.relay = relay;
        this.config = config;
        this.lease = new Lease(config.lease(), System::nanoTime);
        this.gate = new RelayGate(config, clock, System::nanoTime);
        this.claimed = new ClaimedMails(claims, lease, config);
        var schedule =
                new RetrySchedule(config, () -> ThreadLocalRandom.current().nextDouble());
        this.work = new SenderWork(claims, lease, gate, schedule, clock);
        this.keeper = thread("sender-lease", this::keep);
        for (var number = 1; number <= config.workers(); number++) {
            workers.add(thread("sender-" + number, this::send));
        }
    }

    void start() {
        keeper.start();
        workers.forEach(Thread::start);
    }

    /** Lets every worker finish its mail, as long as that takes no longer than given, and gives back the rest. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        claimed.close();
        var deadline = System.nanoTime() + patience.toNanos();
        for (var worker : workers) {
            worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        keeper.interrupt();
        keeper.join(LONGEST_TICK);
        var idle = workers.stream().noneMatch(Thread::isAlive);
        try {
            claimed.giveBack();
            if (idle) {
                claims.signOff(lease.sender());
            }
        } catch (RuntimeException e) {
            LOG.warn("Claimed mails could not be given back; others take them over when the lease has run out", e);
        }
    }

    /** Null while the relay takes mails. */
    RelayGate.@Nullable Trouble trouble() {
        return gate.trouble();
    }

    private void keep() {
        var keeping = new LeaseKeeping(claims, queueSwitch, lease, claimed, config);
        while (!stopping) {
            keeping.tick();
            pause(shorter(LONGEST_TICK, config.lease().dividedBy(6)));
        }
    }

    private void send() {
        try (var connection = relay.connection()) {
            while (!stopping) {
                var entry = gate.enter();
                var next = entry == RelayGate.Entry.SHUT ? null : next(entry);
                if (next == null) {
                    gate.leave(entry);
                    connection.closeIfIdle();
                    rest(entry);
                } else {
                    doOne(next, entry, connection);
                }
            }
        }
    }

    private void doOne(Claimed next, RelayGate.Entry entry, RelayConnection connection) {
        try {
            work.doOne(next, entry, connection, () -> stopping);
        } catch (RuntimeException e) {
            // A worker outlives what nobody thought of; the mail waits for somebody to look at it.
            gate.leave(entry);
            LOG.errorf(e, "Mail %s could not be worked on", next.mail().id());
        } finally {
            claimed.done(next);
        }
    }

    private @Nullable Claimed next(RelayGate.Entry entry) {
        try {
            return work.canRecord() ? claimed.next(entry) : null;
        } catch (RuntimeException e) {
            // The keeper of the lease meets the same outage and says so; workers only wait.
            LOG.debug("No mails could be claimed", e);
            return null;
        }
    }

    private void rest(RelayGate.Entry entry) {
        if (entry == RelayGate.Entry.SHUT) {
            giveBackWhileShut();
        }
        pause(config.pollInterval());
    }

    /** Mails that wait for this process's relay could not be recalled meanwhile, nor leave through another. */
    private void giveBackWhileShut() {
        try {
            claimed.giveBack();
        } catch (RuntimeException e) {
            LOG.debug("Claimed mails could not be given back", e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Thread thread(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().unstarted(task);
    }
}
