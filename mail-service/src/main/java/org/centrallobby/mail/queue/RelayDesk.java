package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.mail.pacing.Turnstile.Opening;
import org.centrallobby.mail.smtp.Relay;
import org.centrallobby.mail.smtp.RelayConnection;
import org.centrallobby.mail.smtp.Reply;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mails of one relay in this process, and the workers that hand them over, a connection each. A slow relay keeps only its own. */
class RelayDesk {
    private static final Logger LOG = Logger.getLogger(RelayDesk.class);
    /** How long a worker waits for a mail before it looks to its connection. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Reply BROKEN = Reply.none("A mail could not be worked on, for a fault of this service");

    private final Relay relay;
    private final RelayGate gate;
    private final HandOver handOver;
    private final QueueConfig config;
    private final PriorityBlockingQueue<Place> waiting = new PriorityBlockingQueue<>(64, Place.ORDER);
    private final AtomicLong arrivals = new AtomicLong();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean stopping;

    /** Urgent mails overtake the others here as well. */
    private record Place(Claimed mail, long number) {
        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> !place.mail().kind().isUrgent())
                .thenComparing(Place::number);
    }

    RelayDesk(Relay relay, RelayGate gate, HandOver handOver, QueueConfig config) {
        this.relay = relay;
        this.gate = gate;
        this.handOver = handOver;
        this.config = config;
        for (var number = 1; number <= relay.connections(); number++) {
            workers.add(Thread.ofVirtual()
                    .name("sender-%s-%d".formatted(relay.name(), number))
                    .unstarted(this::work));
        }
    }

    String relay() {
        return relay.name();
    }

    void start() {
        workers.forEach(Thread::start);
    }

    /** How many mails it could take now. */
    Opening opening() {
        // Nothing is claimed ahead for a relay that is only being tried.
        var most = gate.trouble() == null ? gate.width() * config.aheadPerConnection() : gate.width();
        return new Opening(relay.name(), Math.max(0, most - waiting.size()), relay.weight(), relay.hourlyCeiling());
    }

    void add(Claimed mail) {
        waiting.add(new Place(mail, arrivals.incrementAndGet()));
    }

    /** What waits here and was not begun. */
    List<Claimed> drained() {
        var drained = new ArrayList<Place>();
        waiting.drainTo(drained);
        return drained.stream().map(Place::mail).toList();
    }

    /** Null while the relay takes mails. */
    RelayGate.@Nullable Trouble trouble() {
        return gate.trouble();
    }

    /** Begins nothing any more and waits for what is under way; false where that took too long. */
    boolean stop(long deadline) throws InterruptedException {
        stopping = true;
        for (var worker : workers) {
            if (worker.isAlive()) {
                worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        }
        return workers.stream().noneMatch(Thread::isAlive);
    }

    private void work() {
        while (!stopping) {
            try (var connection = relay.connection()) {
                while (!stopping) {
                    workOn(connection);
                }
            } catch (Throwable e) {
                // A worker outlives what nobody thought of, with another connection.
                LOG.errorf(e, "A connection to the relay %s is given up", relay.name());
                pause();
            }
        }
    }

    private void workOn(RelayConnection connection) {
        var entry = gate.enter();
        var next = entry == RelayGate.Entry.SHUT ? null : next();
        if (next == null) {
            gate.leave(entry);
            connection.closeIfIdle();
            if (entry == RelayGate.Entry.SHUT) {
                pause();
            }
        } else {
            handOver(next, entry, connection);
        }
    }

    private void handOver(Claimed mail, RelayGate.Entry entry, RelayConnection connection) {
        try {
            handOver.doOne(mail, relay.name(), gate, entry, connection);
        } catch (Throwable e) {
            // How far the mail came is not known, nor what the server expects next. If every mail ends so they must not
            // all be in doubt at once: from now on one at a time is tried.
            gate.failed(entry, BROKEN);
            handOver.leaveInDoubt(mail);
            LOG.errorf(e, "Mail %s could not be worked on", mail.id());
            connection.close();
        }
    }

    private @Nullable Claimed next() {
        try {
            var place = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            return place == null ? null : place.mail();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.pollInterval());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
