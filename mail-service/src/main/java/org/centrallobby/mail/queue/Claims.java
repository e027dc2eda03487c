package org.centrallobby.mail.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.mail.pacing.Turnstile;
import org.centrallobby.mail.pacing.Turnstile.Opening;
import org.centrallobby.mail.queue.Steps.Taken;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/** What a sender does to the queue, a transaction each. */
@ApplicationScoped
class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final Turnstile turnstile;
    private final Steps steps;
    private final Senders senders;
    private final Database database;
    private final Timer timer;

    Claims(Turnstile turnstile, Steps steps, Senders senders, Database database, MeterRegistry registry) {
        this.turnstile = turnstile;
        this.steps = steps;
        this.senders = senders;
        this.database = database;
        this.timer = Timer.builder("queue.claim")
                .description("How long claims take that get a mail")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** A claimed mail and the relay it is to go through. */
    record Dealt(String relay, Claimed mail) {}

    /** Mails that are the sender's from now on, for as long as it renews its lease. */
    @Transactional
    List<Dealt> claim(UUID sender, List<Opening> openings) {
        var began = System.nanoTime();
        var line = new ClaimedLine(database, sender);
        var relays = turnstile.admit(openings, line);
        var dealt = new ArrayList<Dealt>();
        var claimed = line.claimed();
        for (var number = 0; number < claimed.size(); number++) {
            dealt.add(new Dealt(relays.get(number), claimed.get(number)));
        }
        if (!dealt.isEmpty()) {
            timer.record(Duration.ofNanos(System.nanoTime() - began));
        }
        return dealt;
    }

    /** One transaction for what many workers have to say: ends claims, takes others back, and lets others hand over. */
    @Transactional
    Recorded record(List<Step> taken, List<Claimed> returned, Collection<Claimed> asking, Duration validity) {
        var waiting = new ArrayList<Released>();
        returned.stream()
                .collect(Collectors.groupingBy(Claimed::sender))
                .forEach((sender, mails) -> waiting.addAll(
                        steps.release(sender, mails.stream().map(Claimed::id).toList())));
        var ended = taken.isEmpty() ? Taken.NOTHING : steps.take(taken);
        waiting.addAll(ended.waiting());
        steps.settle(waiting, ended.held());
        var permitted = asking.isEmpty() ? Set.<UUID>of() : steps.permit(asking, validity);
        return new Recorded(ended.lost(), permitted);
    }

    /**
     * What came of it.
     *
     * @param lost mails of which the claim was lost meanwhile: nothing of them was overwritten
     * @param permitted mails that may be handed over
     */
    record Recorded(Set<UUID> lost, Set<UUID> permitted) {}

    /** Gives back what will not be begun; its place in line stays. */
    @Transactional
    void release(UUID sender, Collection<UUID> claimed) {
        steps.settle(steps.release(sender, claimed), List.of());
    }

    /** Puts back in line what is said to be in the sender's hands and is not. */
    @Transactional
    void releaseAllBut(UUID sender, Collection<UUID> inHand) {
        var released = steps.releaseAllBut(sender, inHand);
        steps.settle(released, List.of());
        if (!released.isEmpty()) {
            LOG.warnf("Mails claimed by a transaction nobody heard of again, and back in line: %d", released.size());
        }
    }

    @Transactional
    void renew(UUID sender, Duration lease) {
        senders.renew(sender, lease);
    }

    /** A sender that has nothing in its hands any more says goodbye. */
    @Transactional
    void signOff(UUID sender) {
        senders.remove(sender);
    }
}
