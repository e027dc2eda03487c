package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.Outcome;

/** The steps that only time brings, a bounded number of mails in each transaction. */
@ApplicationScoped
class Aging {
    static final int BATCH = 500;
    /** Chosen by hand and used for nothing else in this database. */
    private static final long ERASURE_LOCK = 7_002;

    private final Mails mails;
    private final DeliveryReports reports;
    private final QueueConfig config;

    Aging(Mails mails, DeliveryReports reports, QueueConfig config) {
        this.mails = mails;
        this.reports = reports;
        this.config = config;
    }

    /** Gives up waiting mails whose time is over; returns how many. */
    @Transactional
    int expire() {
        var expired = mails.expire(BATCH);
        expired.forEach(
                mail -> reports.add(mail.id(), mail.kind(), Outcome.FAILED, mail.attempts(), Expiry.reason(mail)));
        return expired.size();
    }

    /** Settles mails that were sent long enough ago; returns how many. */
    @Transactional
    int settle() {
        var settled = mails.settle(BATCH, config.settleAfter());
        settled.forEach(
                mail -> reports.add(mail.id(), mail.kind(), Outcome.SETTLED, mail.attempts(), mail.lastReply()));
        return settled.size();
    }

    /** Forgets mails that somebody asked to be forgotten while they were being sent; returns how many. */
    @Transactional
    int eraseAsked() {
        var erased = mails.eraseAsked(BATCH);
        erased.forEach(mail -> reports.add(mail.id(), mail.kind(), Outcome.ERASED, mail.attempts(), null));
        return erased.size();
    }

    /** Erases names, addresses and text of mails that were finished long enough ago; returns how many. */
    @Transactional
    int erase() {
        if (!mails.lockFor(ERASURE_LOCK)) {
            return 0;
        }
        mails.forgetRecalls(config.keepText());
        return mails.erase(BATCH, config.keepText());
    }
}
