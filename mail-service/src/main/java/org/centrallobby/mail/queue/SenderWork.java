package org.centrallobby.mail.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.centrallobby.mail.queue.RelayGate.Entry;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.RelayConnection;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.jboss.logging.Logger;

/** What a worker does with a mail, from the last checks to the written outcome. */
class SenderWork {
    private static final Logger LOG = Logger.getLogger(SenderWork.class);
    private static final Duration RECORD_AGAIN = Duration.ofMillis(500);

    private final Claims claims;
    private final Lease lease;
    private final RelayGate gate;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    /** Outcomes that happened and are not written down: while there is one, no mail is begun. */
    private final AtomicInteger unrecorded = new AtomicInteger();

    SenderWork(Claims claims, Lease lease, RelayGate gate, RetrySchedule schedule, InstantSource clock) {
        this.claims = claims;
        this.lease = lease;
        this.gate = gate;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Whether outcomes can be written down, as far as is known. */
    boolean canRecord() {
        return unrecorded.get() == 0;
    }

    void doOne(Claimed claimed, Entry entry, RelayConnection connection, BooleanSupplier stopping) {
        var mail = claimed.mail();
        if (mail.isRecallAsked()) {
            gate.leave(entry);
            var state = mail.isPerhapsSent() ? MailState.SENT : MailState.RECALLED;
            record(() -> claims.end(claimed.sender(), mail, state, mail.lastReply()), stopping);
        } else if (!clock.instant().isBefore(mail.expiresAt())) {
            gate.leave(entry);
            record(() -> claims.end(claimed.sender(), mail, MailState.FAILED, Expiry.reason(mail)), stopping);
        } else {
            send(claimed, entry, connection, stopping);
        }
    }

    private void send(Claimed claimed, Entry entry, RelayConnection connection, BooleanSupplier stopping) {
        var mail = claimed.mail();
        if (!lease.holds(claimed.sender())) {
            // Somebody else may have the mail by now.
            gate.leave(entry);
            return;
        }
        var delivery = handOver(mail, connection);
        tellGate(entry, delivery);
        if (entry == Entry.PROBE && delivery.phase() == Phase.CONNECT) {
            // The mail was not offered: it keeps its place.
            record(() -> claims.release(claimed.sender(), List.of(mail.id())), stopping);
            return;
        }
        var wait = schedule.after(mail.attempts() + 1, delivery.verdict());
        record(() -> claims.record(claimed.sender(), mail, delivery, wait), stopping);
    }

    /** One mail that cannot be written must not stop those behind it. */
    private static Delivery handOver(Mail mail, RelayConnection connection) {
        try {
            return connection.send(mail.outgoing(), () -> true);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Mail %s could not be handed over", mail.id());
            return new Delivery(Verdict.REFUSED_BY_POLICY, Phase.DATA, Reply.none("The mail could not be written"));
        }
    }

    private void tellGate(Entry entry, Delivery delivery) {
        if (delivery.verdict() == Verdict.RELAY_IN_TROUBLE) {
            gate.failed(entry, delivery.reply());
        } else if (delivery.reply().code() != null) {
            gate.passed();
        } else if (delivery.verdict() == Verdict.REFUSED || delivery.verdict() == Verdict.REFUSED_BY_POLICY) {
            // The relay was not asked.
            gate.leave(entry);
        } else if (entry == Entry.PROBE) {
            gate.failed(entry, delivery.reply());
        }
        if (delivery.verdict() == Verdict.REFUSED_BY_POLICY) {
            LOG.errorf(
                    "The relay refuses what the platform sends (code %s): %s",
                    Objects.toString(delivery.reply().code()), delivery.reply().text());
        }
    }

    /** Tries until it is written, for good if need be: an outcome that nobody writes down is a mail sent twice. */
    private void record(Runnable outcome, BooleanSupplier stopping) {
        try {
            outcome.run();
            return;
        } catch (RuntimeException e) {
            LOG.warn("An outcome could not be written down: no mail is begun until it is", e);
        }
        unrecorded.incrementAndGet();
        try {
            while (!stopping.getAsBoolean() && !succeeds(outcome)) {
                sleep();
            }
        } finally {
            unrecorded.decrementAndGet();
        }
    }

    private static boolean succeeds(Runnable outcome) {
        try {
            outcome.run();
            return true;
        } catch (RuntimeException e) {
            LOG.debug("An outcome could still not be written down", e);
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(RECORD_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
