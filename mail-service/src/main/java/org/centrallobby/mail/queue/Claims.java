package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a sender does to the queue, a transaction each. */
@ApplicationScoped
class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final Mails mails;
    private final Attempts attempts;
    private final Senders senders;
    private final DeliveryReports reports;
    private final QueueMetrics metrics;
    private final InstantSource clock;

    Claims(
            Mails mails,
            Attempts attempts,
            Senders senders,
            DeliveryReports reports,
            QueueMetrics metrics,
            InstantSource clock) {
        this.mails = mails;
        this.attempts = attempts;
        this.senders = senders;
        this.reports = reports;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Mails that are the sender's from now on, for as long as it renews its lease. */
    @Transactional
    List<Mail> claim(UUID sender, int count) {
        return mails.claim(sender, count);
    }

    /**
     * Writes down how an attempt went, with its report.
     *
     * @param wait until the next attempt, where one follows
     * @return false where the claim was lost meanwhile; then nothing is overwritten
     */
    @Transactional
    boolean record(UUID sender, Mail mail, Delivery delivery, Duration wait) {
        var number = mail.attempts() + 1;
        if (!conclude(sender, mail, stateAfter(delivery), number, wait, delivery.reply())) {
            return false;
        }
        if (delivery.verdict() == Verdict.UNCERTAIN) {
            mails.notePerhapsSent(mail.id());
        }
        attempts.persist(new Attempt(mail.id(), number, sender, clock.instant(), delivery));
        metrics.count(delivery);
        return true;
    }

    /** Ends a mail that was not offered to the relay. */
    @Transactional
    boolean end(UUID sender, Mail mail, MailState state, @Nullable Reply why) {
        return conclude(sender, mail, state, mail.attempts(), Duration.ZERO, why);
    }

    /** Gives back what will not be begun; its place in line stays. */
    @Transactional
    void release(UUID sender, Collection<UUID> claimed) {
        mails.release(sender, claimed);
    }

    /** Puts back in line what is said to be in the sender's hands and is not. */
    @Transactional
    void releaseAllBut(UUID sender, Collection<UUID> inHand) {
        var released = mails.releaseAllBut(sender, inHand);
        if (released > 0) {
            LOG.warnf("Mails claimed by a transaction nobody heard of again, and back in line: %d", released);
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

    /** Puts what dead senders had in their hands back in line. */
    @Transactional
    void takeOver() {
        var released = mails.releaseOfTheDead();
        if (released > 0) {
            LOG.warnf("Mails taken over from a sender that is gone: %d", released);
        }
        senders.removeTheDead();
    }

    private boolean conclude(
            UUID sender, Mail mail, MailState state, int number, Duration wait, @Nullable Reply reply) {
        if (!MailLifecycle.allows(MailState.SENDING, state)) {
            throw new IllegalArgumentException("A mail that is being sent cannot become " + state);
        }
        if (!mails.conclude(sender, mail.id(), state, number, wait, reply)) {
            LOG.warnf(
                    "Mail %s was taken over by another sender while this one had it: nothing is overwritten",
                    mail.id());
            return false;
        }
        MailLifecycle.announces(state)
                .ifPresent(outcome -> reports.add(mail.id(), mail.kind(), outcome, number, reply));
        return true;
    }

    private static MailState stateAfter(Delivery delivery) {
        return switch (delivery.verdict()) {
            case ACCEPTED -> MailState.SENT;
            case REFUSED -> MailState.FAILED;
            case REFUSED_FOR_NOW, REFUSED_BY_POLICY, UNCERTAIN, WITHHELD, RELAY_IN_TROUBLE -> MailState.DEFERRED;
        };
    }
}
