package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.report.Reason;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;

/** How mails end that no sender has in its hands. Each statement asks in the same breath whether the mail may go that way. */
@ApplicationScoped
class Endings {

    private final Database database;
    private final DeliveryReports reports;

    Endings(Database database, DeliveryReports reports) {
        this.database = database;
        this.reports = reports;
    }

    /**
     * Takes a mail back: it ends where it is in line, and is not tried again where a sender has it. One that the relay may have
     * cannot be taken back and ends as sent.
     *
     * @return false where there is no such mail
     */
    boolean recall(UUID mail) {
        // The first statement waits for a sender that is just letting go of the mail; only a second one sees where the
        // sender left it.
        var known = database.change("update mail set recall_asked = true where id = ?", mail) == 1;
        endRecalled(List.of(mail));
        return known;
    }

    /** Ends those of these mails in line that were recalled while a sender had them, or whose recipient is not written to any more. */
    void endWhatIsNotWanted(Collection<UUID> mails) {
        if (!mails.isEmpty()) {
            announced(database.list(
                    """
                    update mail set state = 'suppressed', lane = null, changed_at = now(), last_code = null,
                                    last_enhanced = null, last_reply = case when perhaps_sent then ? else ? end
                     where id = any (?) and state in ('queued', 'deferred', 'uncertain') and\s""" + NotWrittenTo.HOLDS + " returning " + Ended.COLUMNS,
                    Ended::of,
                    NotWrittenTo.WHY_IN_DOUBT.text(),
                    NotWrittenTo.WHY.text(),
                    mails.toArray(UUID[]::new)));
            endRecalled(mails);
        }
    }

    private void endRecalled(Collection<UUID> mails) {
        announced(database.list("""
                update mail set state = case when perhaps_sent then 'sent' else 'recalled' end, lane = null, changed_at = now()
                 where id = any (?) and recall_asked and state in ('queued', 'deferred', 'uncertain', 'held') returning """ + ' ' + Ended.COLUMNS, Ended::of, (Object) mails.toArray(UUID[]::new)));
    }

    /** Gives up mails whose time is over; returns how many. */
    int expire(int count) {
        var expired = database.list("""
                with over as materialized (
                    select id from mail
                     where state in ('queued', 'deferred', 'uncertain', 'held') and expires_at <= now()
                     order by expires_at limit ? for no key update skip locked)
                update mail set state = 'failed', lane = null, changed_at = now() from over where mail.id = over.id
                returning """ + ' ' + Ended.COLUMNS, Ended::of, count);
        reports.addAll(expired.stream()
                .map(mail -> mail.news(
                        Outcome.FAILED,
                        Expiry.reason(mail.lastReply(), mail.attempts(), mail.perhapsSent()),
                        mail.perhapsSent() ? Reason.IN_DOUBT : Reason.EXPIRED))
                .toList());
        return expired.size();
    }

    /** Settles mails that were sent that long ago and have not come back; returns how many. */
    int settle(int count, Duration after) {
        return announced(database.list("""
                        with quiet as materialized (
                            select id from mail
                             where state = 'sent' and changed_at <= now() - ? * interval '1 millisecond'
                             order by changed_at limit ? for no key update skip locked)
                        update mail set state = 'settled', changed_at = now() from quiet where mail.id = quiet.id
                        returning """ + ' ' + Ended.COLUMNS, Ended::of, after.toMillis(), count))
                .size();
    }

    /**
     * Takes a mail out of the queue for good; empty where it is not in the queue, or is in a sender's hands at this moment.
     *
     * @param whyInDoubt is said of one that the relay may have
     */
    Optional<Ended> cancel(UUID mail, Reply why, Reply whyInDoubt) {
        return announced(database.list("""
                        update mail set state = 'cancelled', lane = null, changed_at = now(), last_code = null,
                                        last_enhanced = null, last_reply = case when perhaps_sent then ? else ? end
                         where id = ? and state in ('queued', 'deferred', 'uncertain', 'held') returning """ + ' ' + Ended.COLUMNS, Ended::of, whyInDoubt.text(), why.text(), mail))
                .stream()
                .findFirst();
    }

    /** Ends a mail that came back; false where it can not have come back, or is in a sender's hands at this moment. */
    boolean bounce(UUID mail, Reply why) {
        return !announced(database.list(
                        """
                        update mail set state = 'bounced', lane = null, changed_at = now(), last_code = ?, last_enhanced = ?,
                                        last_reply = case when erased_at is null then ? else '' end
                         where id = ? and state in ('sent', 'settled', 'deferred', 'uncertain', 'held') returning """ + ' ' + Ended.COLUMNS, Ended::of, why.code(), why.enhanced(), why.text(), mail))
                .isEmpty();
    }

    /** A mail that is in doubt, or has come back for now, is known to have arrived; false where neither was the case. */
    boolean arrived(UUID mail) {
        return !announced(database.list("""
                        update mail set state = 'sent', changed_at = now()
                         where id = ? and state in ('deferred', 'uncertain', 'held') returning """ + ' ' + Ended.COLUMNS, Ended::of, mail))
                .isEmpty();
    }

    /**
     * Takes mails of an organisation, a campaign or a destination, or all, out of the queue for good; returns how many.
     *
     * @param whyInDoubt is said of those that the relay may have
     */
    int cancel(String which, String key, int count, Reply why, Reply whyInDoubt) {
        return announced(database.list(
                        """
                        with unwanted as materialized (
                            select mail.id from mail join lane on lane.id = mail.lane
                             where mail.state in ('queued', 'deferred', 'uncertain') and %s
                             limit ? for no key update of mail skip locked)
                        update mail set state = 'cancelled', lane = null, changed_at = now(), last_code = null,
                                        last_enhanced = null, last_reply = case when perhaps_sent then ? else ? end
                          from unwanted where mail.id = unwanted.id returning\s""".formatted(which) + Ended.COLUMNS, Ended::of, key, count, whyInDoubt.text(), why.text()))
                .size();
    }

    /** Ends what waits in a lane whose mailbox is not written to any more; returns how many. */
    int suppress(long lane, int count) {
        var waiting = database.list(
                "select id from mail where lane = ? and state in ('queued', 'deferred', 'uncertain') limit ?",
                row -> row.getObject("id", UUID.class),
                lane,
                count);
        endWhatIsNotWanted(waiting);
        return waiting.size();
    }

    private List<Ended> announced(List<Ended> ended) {
        reports.addAll(ended.stream()
                .flatMap(mail -> MailLifecycle.announces(mail.state()).map(mail::news).stream())
                .toList());
        return ended;
    }
}
