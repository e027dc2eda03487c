package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.pacing.Lanes;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;

/** What comes back about mails that were handed over. */
@ApplicationScoped
public class Returns {
    private final Database database;
    private final Endings endings;
    private final Lanes lanes;
    private final DeliveryReports reports;
    private final QueueConfig config;

    Returns(Database database, Endings endings, Lanes lanes, DeliveryReports reports, QueueConfig config) {
        this.database = database;
        this.endings = endings;
        this.lanes = lanes;
        this.reports = reports;
        this.config = config;
    }

    /** What becomes of a mail that is to be offered again. */
    public enum Retry {
        /** It is offered again later. */
        AGAIN,
        /** It waits for its next attempt already. */
        ALREADY,
        /** Its time is over: it has come back for good, or had ended otherwise. */
        BOUNCED,
        /** It is in a sender's hands at this moment: it must be said again later. */
        IN_HANDS
    }

    /** A mail that was ever requested. */
    @Transactional
    public Optional<SentMail> find(UUID mail) {
        return database
                .list(
                        """
                        select mail.kind, mail.organisation, mail.campaign, mail.state, mail.mailbox, content.campaign_slug,
                               content.campaign_title, content.reply_to_name, content.reply_to_address
                          from mail left join content on content.mail = mail.id where mail.id = ?""",
                        row -> new SentMail(
                                mail,
                                MailKind.of(row.getString("kind")),
                                row.getObject("organisation", UUID.class),
                                row.getObject("campaign", UUID.class),
                                row.getString("campaign_slug"),
                                row.getString("campaign_title"),
                                MailState.of(row.getString("state")),
                                row.getObject("mailbox", UUID.class),
                                writer(row.getString("reply_to_name"), row.getString("reply_to_address"))),
                        mail)
                .stream()
                .findFirst();
    }

    private static @Nullable Correspondent writer(@Nullable String name, @Nullable String address) {
        return address == null ? null : new Correspondent(name, EmailAddress.parse(address));
    }

    /**
     * A mail came back for good. Said again it changes nothing.
     *
     * @return false where it is in a sender's hands at this moment: it must be said again later
     */
    @Transactional
    public boolean bounced(UUID mail, Reply why) {
        hold(mail);
        return endings.bounce(mail, why) || !isIn("sending", mail);
    }

    /**
     * A mail came back, and may be taken another time: it is offered again later, under the same Message-ID, or has bounced
     * where its time is over.
     */
    @Transactional
    public Retry retry(UUID mail, Reply why) {
        hold(mail);
        var again = database.list(
                """
                update mail set state = 'deferred', next_at = now() + ? * interval '1 millisecond', changed_at = now(),
                                last_code = ?, last_enhanced = ?, last_reply = ?
                 where id = ? and state in ('sent', 'uncertain', 'held') and lane is not null and not recall_asked
                   and expires_at > now() + ? * interval '1 millisecond'
                returning\s""" + Ended.COLUMNS + ", mail.lane, mail.next_at",
                row -> Map.entry(Ended.of(row), Released.of(row)),
                config.lastRetry().toMillis(),
                why.code(),
                why.enhanced(),
                why.text(),
                mail,
                config.lastRetry().toMillis());
        if (again.isEmpty()) {
            // One that waits for its next attempt already may be told of twice.
            if (isIn("deferred", mail)) {
                return Retry.ALREADY;
            }
            return bounced(mail, why) ? Retry.BOUNCED : Retry.IN_HANDS;
        }
        again.forEach(entry -> {
            reports.addAll(List.of(entry.getKey().news(Outcome.DEFERRED)));
            lanes.ready(Map.of(entry.getValue().lane(), entry.getValue().nextAt()));
        });
        return Retry.AGAIN;
    }

    /** Something shows that a mail arrived, though nobody knew or it seemed to have come back: it is not offered again. */
    @Transactional
    public void arrived(UUID mail) {
        hold(mail);
        endings.arrived(mail);
    }

    /** The reader, or the reader's provider, calls a mail unwanted. */
    @Transactional
    public void complained(UUID mail) {
        announce(mail, Outcome.COMPLAINED);
    }

    /** A machine answered a mail. */
    @Transactional
    public void autoReplied(UUID mail) {
        announce(mail, Outcome.AUTO_REPLIED);
    }

    private void announce(UUID mail, Outcome outcome) {
        reports.addAll(database.list("select " + Ended.COLUMNS + " from mail where id = ?", Ended::of, mail).stream()
                .map(known -> known.news(outcome, null, null))
                .toList());
    }

    /** Waits for a sender who is just letting go of it: one state has to hold for all that is asked of it. */
    private void hold(UUID mail) {
        database.list("select id from mail where id = ? for no key update", row -> true, mail);
    }

    private boolean isIn(String state, UUID mail) {
        return !database.list("select id from mail where id = ? and state = ?", row -> true, mail, state)
                .isEmpty();
    }
}
