package org.centrallobby.mail.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.centrallobby.mail.pacing.Brake;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.smtp.Relay;
import org.jboss.logging.Logger;

/**
 * One process's part in sending: a thread that keeps the lease, one that claims mails, the ledger, and a desk with its
 * workers for each relay. It may be killed at any moment; what it had in its hands goes back in line when its lease has run
 * out.
 */
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);
    /** While the desks have enough, and after a claim that did not fill them. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private final Claims claims;
    private final TakeOver takeOver;
    private final Pauses pauses;
    private final QueueConfig config;
    private final Lease lease;
    private final Ledger ledger;
    private final List<RelayDesk> desks;
    private final Fetching fetching;
    private final Thread keeper;
    private final Thread fetcher;
    private volatile boolean stopping;
    private boolean claimsNothing;

    Sender(SenderParts parts, List<Relay> relays, QueueConfig config, InstantSource clock) {
        this.claims = parts.claims();
        this.takeOver = parts.takeOver();
        this.pauses = parts.pauses();
        this.config = config;
        this.lease = new Lease(config.lease(), System::nanoTime);
        this.ledger = new Ledger(claims::record, parts.claimValidity(), this::done);
        var schedule =
                new RetrySchedule(config, () -> ThreadLocalRandom.current().nextDouble());
        var handOver =
                new HandOver(ledger, lease, schedule, parts.brake(), parts.metrics(), config, parts.claimValidity());
        this.desks = relays.stream()
                .map(relay -> new RelayDesk(
                        relay,
                        new RelayGate(relay.name(), relay.connections(), config, clock, System::nanoTime),
                        handOver,
                        config))
                .toList();
        this.fetching = new Fetching(claims, lease, desks);
        this.keeper = thread("sender-lease", this::keep);
        this.fetcher = thread("sender-claims", this::fetch);
    }

    /** What every sender of the service shares. */
    record SenderParts(
            Claims claims,
            TakeOver takeOver,
            Pauses pauses,
            Brake brake,
            QueueMetrics metrics,
            Duration claimValidity) {}

    void start() {
        ledger.start();
        keeper.start();
        fetcher.start();
        desks.forEach(RelayDesk::start);
    }

    /** Lets every worker finish its mail, as long as that takes no longer than given, and gives back the rest. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        fetching.close();
        var deadline = System.nanoTime() + patience.toNanos();
        var idle = true;
        for (var desk : desks) {
            idle &= desk.stop(deadline);
        }
        desks.forEach(desk -> desk.drained().forEach(ledger::giveBack));
        ledger.close(LONGEST_TICK.plus(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        keeper.interrupt();
        keeper.join(LONGEST_TICK);
        if (idle) {
            signOff();
        }
    }

    private void signOff() {
        try {
            claims.signOff(lease.sender());
        } catch (RuntimeException e) {
            LOG.warn("The sender could not sign off; its lease runs out by itself", e);
        }
    }

    /** The relays that take no mails at present, and why; empty while all do. */
    Map<String, RelayGate.Trouble> troubles() {
        var troubles = new LinkedHashMap<String, RelayGate.Trouble>();
        for (var desk : desks) {
            var trouble = desk.trouble();
            if (trouble != null) {
                troubles.put(desk.relay(), trouble);
            }
        }
        return troubles;
    }

    private void done(Claimed mail) {
        fetching.done(mail);
    }

    private void keep() {
        var keeping = new LeaseKeeping(claims, takeOver, lease, fetching, config);
        while (!stopping) {
            keeping.tick();
            try {
                giveBackWhatMustWait();
            } catch (Throwable e) {
                LOG.error("What must wait could not be given back", e);
            }
            pause(shorter(LONGEST_TICK, config.lease().dividedBy(6)));
        }
    }

    /** Mails that wait for a relay in trouble could not be recalled meanwhile, nor leave through another. */
    private void giveBackWhatMustWait() {
        var everything = isEverythingPaused();
        desks.stream()
                .filter(desk -> everything || desk.trouble() != null)
                .forEach(desk -> desk.drained().forEach(ledger::giveBack));
    }

    private boolean isEverythingPaused() {
        try {
            return pauses.stopped().everything();
        } catch (RuntimeException e) {
            // The keeper of the lease meets the same outage and says so.
            LOG.debug("The pauses could not be read", e);
            return false;
        }
    }

    private void fetch() {
        while (!stopping) {
            switch (fetched()) {
                case FULL -> {}
                case SOME, NO_ROOM -> pause(BREATH);
                case NONE -> pause(config.pollInterval());
            }
        }
    }

    private Fetching.Round fetched() {
        try {
            var round = ledger.canRecord() ? fetching.fetch() : Fetching.Round.NONE;
            claimsNothing = false;
            return round;
        } catch (Throwable e) {
            if (!claimsNothing) {
                claimsNothing = true;
                LOG.warn("No mails can be claimed at present", e);
            }
            return Fetching.Round.NONE;
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
