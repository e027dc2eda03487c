package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.Outcome;

/** The steps that only time brings, a bounded number of mails in each transaction. */
@ApplicationScoped
class Aging {
    static final int BATCH = 500;
    /** Chosen by hand and used for nothing else in this database. */
    private static final long ERASURE_LOCK = 7_002;

    private final Endings endings;
    private final Erasures erasures;
    private final DeliveryReports reports;
    private final QueueConfig config;
    private final Event<MailForgotten> forgotten;

    Aging(
            Endings endings,
            Erasures erasures,
            DeliveryReports reports,
            QueueConfig config,
            Event<MailForgotten> forgotten) {
        this.forgotten = forgotten;
        this.endings = endings;
        this.erasures = erasures;
        this.reports = reports;
        this.config = config;
    }

    /** Gives up waiting mails whose time is over; returns how many. */
    @Transactional
    int expire() {
        return endings.expire(BATCH);
    }

    /** Settles mails that were sent long enough ago; returns how many. */
    @Transactional
    int settle() {
        return endings.settle(BATCH, config.settleAfter());
    }

    /** Forgets mails that somebody asked to be forgotten while they were being sent; returns how many. */
    @Transactional
    int eraseAsked() {
        var erased = erasures.eraseAsked(BATCH);
        // What was made of a mail while a sender had it in its hands.
        erased.forEach(mail -> forgotten.fire(new MailForgotten(mail.id())));
        reports.addAll(erased.stream()
                .map(mail -> mail.news(Outcome.ERASED, null, null))
                .toList());
        return erased.size();
    }

    /** Erases names, addresses and text of mails that were finished long enough ago; returns how many. */
    @Transactional
    int erase() {
        if (!erasures.lockFor(ERASURE_LOCK)) {
            return 0;
        }
        erasures.forgetRecalls(config.keepText());
        return erasures.erase(BATCH, config.keepText());
    }

    /** Deletes what is left of mails that were erased long enough ago; returns how many. */
    @Transactional
    int delete() {
        return erasures.lockFor(ERASURE_LOCK) ? erasures.delete(BATCH, config.keepMails()) : 0;
    }
}
