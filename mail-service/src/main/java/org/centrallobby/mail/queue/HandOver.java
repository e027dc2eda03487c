package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.Objects;
import org.centrallobby.mail.identity.IdentityUnknown;
import org.centrallobby.mail.pacing.Brake;
import org.centrallobby.mail.queue.RelayGate.Entry;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.RelayConnection;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.mail.tracing.Traceparent;
import org.jboss.logging.Logger;

/** What a worker does with a mail, from the last checks to the outcome that it hands to the ledger. */
class HandOver {
    private static final Logger LOG = Logger.getLogger(HandOver.class);

    private final Ledger ledger;
    private final Lease lease;
    private final RetrySchedule schedule;
    private final Brake brake;
    private final QueueMetrics metrics;
    private final QueueConfig config;
    private final Duration validity;

    HandOver(
            Ledger ledger,
            Lease lease,
            RetrySchedule schedule,
            Brake brake,
            QueueMetrics metrics,
            QueueConfig config,
            Duration validity) {
        this.ledger = ledger;
        this.lease = lease;
        this.schedule = schedule;
        this.brake = brake;
        this.metrics = metrics;
        this.config = config;
        this.validity = validity;
    }

    /** Does what is to be done with a mail and leaves the gate. */
    void doOne(Claimed mail, String relay, RelayGate gate, Entry entry, RelayConnection connection) {
        if (mail.recallAsked()) {
            gate.leave(entry);
            var state = mail.perhapsSent() ? MailState.SENT : MailState.RECALLED;
            ledger.note(new Step(mail, state, Duration.ZERO, mail.lastReply(), null));
        } else if (mail.expired()) {
            gate.leave(entry);
            var why = Expiry.reason(mail.lastReply(), mail.attempts(), mail.perhapsSent());
            ledger.note(new Step(mail, MailState.FAILED, Duration.ZERO, why, null));
        } else if (mail.suppressed()) {
            gate.leave(entry);
            var why = mail.perhapsSent() ? NotWrittenTo.WHY_IN_DOUBT : NotWrittenTo.WHY;
            ledger.note(new Step(mail, MailState.SUPPRESSED, Duration.ZERO, why, null));
        } else if (mayNotBegin(mail)) {
            // Somebody else may have the mail by now, or nobody could write down what became of it.
            gate.leave(entry);
            ledger.giveBack(mail);
        } else {
            send(mail, relay, gate, entry, connection);
        }
    }

    /** A mail of which nobody knows how far it came. */
    void leaveInDoubt(Claimed mail) {
        var state = stateAfter(Verdict.UNCERTAIN, mail);
        ledger.note(
                new Step(mail, state, config.uncertainRetry(), Reply.none("Nobody knows how far the mail came"), null));
    }

    private boolean mayNotBegin(Claimed mail) {
        return !ledger.canRecord() || !lease.holds(mail.sender()) || mail.isStale(validity);
    }

    private void send(Claimed mail, String relay, RelayGate gate, Entry entry, RelayConnection connection) {
        var tried = tried(mail, relay, connection);
        var delivery = tried.delivery();
        tell(gate, entry, delivery);
        if (delivery.verdict() == Verdict.WITHHELD
                || (delivery.verdict() == Verdict.RELAY_IN_TROUBLE && delivery.phase() == Phase.CONNECT)) {
            // The mail was not offered: it keeps its place, and another relay may take it.
            ledger.giveBack(mail);
            return;
        }
        brake.note(mail.destination(), delivery);
        metrics.count(delivery, relay, mail.destination(), tried.took());
        var wait = wait(delivery, mail);
        ledger.note(new Step(mail, stateAfter(delivery.verdict(), mail), wait, told(delivery, mail), tried));
    }

    private Step.Tried tried(Claimed mail, String relay, RelayConnection connection) {
        var began = System.nanoTime();
        var span = AttemptSpan.begin(mail, relay);
        try (var scope = span.makeCurrent()) {
            var delivery = delivered(mail, connection);
            AttemptSpan.tell(span, delivery);
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Step.Tried(delivery, relay, took, Traceparent.of(span));
        } finally {
            span.end();
        }
    }

    private Duration wait(Delivery delivery, Claimed mail) {
        var attempts = mail.attempts() + 1;
        var urgent = mail.kind().isUrgent();
        return delivery.needsAnotherRelay()
                ? schedule.atAnotherRelay(attempts, urgent)
                : schedule.after(attempts, delivery.verdict(), urgent);
    }

    /** One mail that cannot be written must not stop those behind it. */
    private Delivery delivered(Claimed mail, RelayConnection connection) {
        try {
            var outgoing = mail.content().outgoing(mail.id(), mail.kind(), mail.organisation());
            return connection.send(outgoing, () -> mayHandOver(mail));
        } catch (IdentityUnknown e) {
            LOG.warnf(e, "Mail %s waits for the database", mail.id());
            return new Delivery(Verdict.WITHHELD, Phase.CONNECT, Reply.none("The database did not answer"));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Mail %s could not be handed over", mail.id());
            return new Delivery(Verdict.REFUSED_BY_POLICY, Phase.DATA, Reply.none("The mail could not be written"));
        }
    }

    /** The lease is asked again after the commit: a process that was frozen in between wakes up with a yes that is too old. */
    private boolean mayHandOver(Claimed mail) {
        return lease.holds(mail.sender()) && ledger.permits(mail) && lease.holds(mail.sender());
    }

    /** A mail that may have arrived and is refused when it is offered again is not simply refused. */
    private static Reply told(Delivery delivery, Claimed mail) {
        var reply = delivery.reply();
        return mail.perhapsSent() && delivery.verdict() == Verdict.REFUSED
                ? reply.after("It may have arrived before; when it was offered again: ")
                : reply;
    }

    private MailState stateAfter(Verdict verdict, Claimed mail) {
        return switch (verdict) {
            case ACCEPTED -> MailState.SENT;
            case REFUSED -> MailState.FAILED;
            // Offered again once: whoever has not answered twice is left to the operator.
            case UNCERTAIN ->
                mail.perhapsSent() || config.inDoubt() == QueueConfig.InDoubt.HOLD
                        ? MailState.HELD
                        : MailState.UNCERTAIN;
            case REFUSED_FOR_NOW, REFUSED_BY_POLICY, WITHHELD, RELAY_IN_TROUBLE -> MailState.DEFERRED;
        };
    }

    /** What may stand in a log: once recipient and text are known to the relay, its words may quote them. */
    private static String words(Delivery delivery) {
        return delivery.phase().compareTo(Phase.RECIPIENT) < 0
                ? delivery.reply().text()
                : Objects.toString(delivery.reply().enhanced(), "no further code");
    }

    /** Lets the relay's gate know how it went; nothing is told of a relay that was not asked. */
    static void tell(RelayGate gate, Entry entry, Delivery delivery) {
        var code = delivery.reply().code();
        if (delivery.verdict() == Verdict.RELAY_IN_TROUBLE) {
            gate.failed(entry, delivery.reply());
        } else if (delivery.verdict() == Verdict.WITHHELD) {
            gate.leave(entry);
        } else if (code != null && delivery.asksForLess()) {
            gate.slowed(entry);
        } else if (code != null) {
            gate.passed(entry);
        } else if (delivery.verdict() == Verdict.REFUSED
                || delivery.verdict() == Verdict.REFUSED_BY_POLICY
                || delivery.needsAnotherRelay()) {
            // The relay was not asked.
            gate.leave(entry);
        } else if (entry == Entry.PROBE) {
            gate.failed(entry, delivery.reply());
        } else {
            gate.slowed(entry);
        }
        if (delivery.verdict() == Verdict.REFUSED_BY_POLICY) {
            LOG.errorf(
                    "The relay refuses what the platform sends (code %s): %s", Objects.toString(code), words(delivery));
        }
    }
}
