package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.DeliveryReports.News;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/**
 * Puts back in line what dead senders had in their hands. What they had not begun goes on as if nothing had happened; what
 * they were handing over may have been sent, and counts as an attempt whose answer nobody heard.
 */
@ApplicationScoped
class TakeOver {
    private static final Logger LOG = Logger.getLogger(TakeOver.class);
    private static final int BATCH = 500;
    private static final Reply DIED =
            Reply.none("The process that was handing the mail over died: the relay may have the mail");

    private final Database database;
    private final Steps steps;
    private final DeliveryReports reports;
    private final QueueMetrics metrics;

    TakeOver(Database database, Steps steps, DeliveryReports reports, QueueMetrics metrics) {
        this.database = database;
        this.steps = steps;
        this.reports = reports;
        this.metrics = metrics;
    }

    private record Orphan(Released mail, MailKind kind, MailState state, int attempts, boolean handed) {}

    /**
     * Takes over a batch; returns whether there may be more.
     *
     * @param wait until a mail that may have been sent is offered again
     * @param hold whether such a mail is held instead
     */
    @Transactional
    boolean some(Duration wait, boolean hold) {
        var orphans = database.list(
                """
                with dead as materialized (
                    select id, claimed_by, handed_at is not null as handed from mail
                     where state = 'sending' and not exists (
                         select 1 from sender where sender.id = mail.claimed_by and sender.lease_until >= now())
                     limit ? for no key update skip locked),
                     tried as (
                    insert into attempt (mail, number, sender, at, verdict, phase, reply)
                    select dead.id, mail.attempts + 1, dead.claimed_by, mail.handed_at, ?, ?, ?
                      from dead join mail using (id) where dead.handed)
                update mail
                   set state = case when dead.handed and (perhaps_sent or ?) then 'held'
                                    when dead.handed or perhaps_sent then 'uncertain'
                                    when attempts = 0 then 'queued' else 'deferred' end,
                       attempts = attempts + dead.handed::int,
                       perhaps_sent = perhaps_sent or dead.handed,
                       next_at = case when dead.handed and not recall_asked then now() + ? * interval '1 millisecond' else next_at end,
                       last_code = case when dead.handed then null else last_code end,
                       last_enhanced = case when dead.handed then null else last_enhanced end,
                       last_reply = case when dead.handed then ? else last_reply end,
                       claimed_by = null, claimed_at = null, handed_at = null, changed_at = now()
                  from dead where mail.id = dead.id
                returning mail.id, mail.lane, mail.next_at, mail.kind, mail.state, mail.attempts, dead.handed""",
                row -> new Orphan(
                        Released.of(row),
                        MailKind.of(row.getString("kind")),
                        MailState.of(row.getString("state")),
                        row.getInt("attempts"),
                        row.getBoolean("handed")),
                BATCH,
                Verdict.UNCERTAIN.name(),
                Phase.END_OF_DATA.name(),
                DIED.text(),
                hold,
                wait.toMillis(),
                DIED.text());
        var handed = orphans.stream().filter(Orphan::handed).toList();
        reports.addAll(handed.stream()
                .map(orphan -> new News(orphan.mail().id(), orphan.kind(), Outcome.DEFERRED, orphan.attempts(), DIED))
                .toList());
        steps.settle(
                orphans.stream()
                        .filter(orphan -> orphan.state().isInLine())
                        .map(Orphan::mail)
                        .toList(),
                orphans.stream()
                        .filter(orphan -> orphan.state() == MailState.HELD)
                        .map(orphan -> orphan.mail().id())
                        .toList());
        if (!orphans.isEmpty()) {
            metrics.countUncertain(handed.size());
            LOG.warnf(
                    "Mails taken over from a sender that is gone: %d, of which it may have sent: %s",
                    orphans.size(),
                    handed.stream()
                            .map(orphan -> orphan.mail().id())
                            .map(UUID::toString)
                            .toList());
        }
        return orphans.size() == BATCH;
    }

    /** Forgets senders whose lease ran out long ago. */
    @Transactional
    List<UUID> forgetTheDead() {
        return database.list(
                "delete from sender where lease_until < now() - interval '1 day' returning id",
                row -> row.getObject("id", UUID.class));
    }
}
