package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.smtp.MessageIds;
import org.jboss.logging.Logger;

/** Where mails are handed in and taken back. */
@ApplicationScoped
public class Queue {
    private static final Logger LOG = Logger.getLogger(Queue.class);

    private final Mails mails;
    private final DeliveryReports reports;
    private final MessageIds messageIds;
    private final EntityManager database;

    Queue(Mails mails, DeliveryReports reports, MessageIds messageIds, EntityManager database) {
        this.mails = mails;
        this.reports = reports;
        this.messageIds = messageIds;
        this.database = database;
    }

    /** Takes a mail into the queue, once: handed in again it changes and announces nothing. */
    @Transactional
    public void accept(NewMail mail) {
        lock(mail.id());
        var state = isRecalled(mail.id()) ? MailState.RECALLED : MailState.QUEUED;
        if (mails.insert(mail, messageIds.of(mail.id()), state)) {
            var outcome = state == MailState.QUEUED ? Outcome.QUEUED : Outcome.RECALLED;
            reports.add(mail.id(), mail.kind(), outcome, 0, null);
            if (state == MailState.RECALLED) {
                mails.eraseAsked(mail.id());
            }
        } else {
            LOG.debugf("Mail %s was requested again", mail.id());
        }
    }

    /**
     * Takes a mail back, be it in line, in a sender's hands (then it is not tried again), or not yet here. One that the relay
     * may have is not tried again either, and counts as sent: nobody may be told that it was not.
     */
    @Transactional
    public void recall(UUID id) {
        lock(id);
        var ended = mails.recallFromLine(id);
        if (ended != null) {
            MailLifecycle.announces(ended.state())
                    .ifPresent(outcome -> reports.add(id, ended.kind(), outcome, ended.attempts(), ended.lastReply()));
        } else if (!mails.askForRecall(id)) {
            database.createNativeQuery(
                            "insert into recall (mail, recalled_at) values (:id, now()) on conflict (mail) do nothing")
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    /**
     * Takes a mail back, if that can be done, and forgets whom it was between and what it said: at once, or, while a sender
     * has it in its hands, when that is done. Asked again it answers again.
     */
    @Transactional
    public void forget(ToForget erasure) {
        recall(erasure.mail());
        if (!mails.askForErasure(erasure.mail())) {
            // Where the request is still to come the recall waits for it. Where it was withdrawn before Kafka had it,
            // nobody else will ever say how the mail ended.
            mails.askForErasureToCome(erasure.mail());
            reports.add(erasure.mail(), erasure.kind(), Outcome.RECALLED, 0, null);
            reports.add(erasure.mail(), erasure.kind(), Outcome.ERASED, 0, null);
        } else if (mails.eraseAsked(erasure.mail()) || mails.isErased(erasure.mail())) {
            reports.add(
                    erasure.mail(),
                    erasure.kind(),
                    Outcome.ERASED,
                    mails.findById(erasure.mail()).attempts(),
                    null);
        }
    }

    /** A request and a recall of one mail may come at the same moment; neither would see the other. */
    private void lock(UUID mail) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", mail.getLeastSignificantBits())
                .getSingleResult();
    }

    private boolean isRecalled(UUID mail) {
        return (Boolean)
                database.createNativeQuery("select exists (select 1 from recall where mail = :id)", Boolean.class)
                        .setParameter("id", mail)
                        .getSingleResult();
    }
}
