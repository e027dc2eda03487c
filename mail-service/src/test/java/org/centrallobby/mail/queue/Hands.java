package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.mail.sql.Database;

/** Puts mails into the hands of senders that exist in the database only, and out of them again. */
@ApplicationScoped
public class Hands {
    private final Database database;
    private final Queue queue;
    private final Senders senders;
    private final Claims claims;

    Hands(Database database, Queue queue, Senders senders, Claims claims) {
        this.database = database;
        this.queue = queue;
        this.senders = senders;
        this.claims = claims;
    }

    /** A mail in a sender's hands before the service's own could reach for it. */
    @Transactional
    public void claim(NewMail mail, UUID sender) {
        queue.accept(List.of(mail));
        database.change(
                "update mail set state = 'sending', claimed_by = ?, claimed_at = now() where id = ?",
                sender,
                mail.id());
    }

    /** The mail is being handed over. */
    @Transactional
    public void handsOver(UUID mail) {
        database.change("update mail set handed_at = now() where id = ?", mail);
    }

    @Transactional
    public void lives(UUID sender, Duration lease) {
        senders.renew(sender, lease);
    }

    @Transactional
    public void goes(UUID sender) {
        senders.remove(sender);
    }

    /** Writes down how an attempt went; false where the sender did not hold the mail. */
    public boolean record(UUID sender, UUID mail, Verdict verdict, MailState to, Duration pause) {
        var delivery = new Delivery(
                verdict,
                verdict == Verdict.REFUSED_FOR_NOW ? Phase.RECIPIENT : Phase.END_OF_DATA,
                verdict == Verdict.UNCERTAIN
                        ? Reply.none("The relay never answered")
                        : new Reply(verdict == Verdict.ACCEPTED ? 250 : 451, null, "so it said"));
        var step = new Step(
                claimed(sender, mail),
                to,
                pause,
                delivery.reply(),
                new Step.Tried(delivery, "default", Duration.ZERO, null));
        return claims.record(List.of(step), List.of(), List.of(), Duration.ofMinutes(1))
                .lost()
                .isEmpty();
    }

    /** Whether the sender may hand the mail over now. */
    public boolean permits(UUID sender, UUID mail) {
        return claims.record(List.of(), List.of(), List.of(claimed(sender, mail)), Duration.ofMinutes(1))
                .permitted()
                .contains(mail);
    }

    @Transactional
    Claimed claimed(UUID sender, UUID mail) {
        return database.one(
                """
                select mail.*, lane.destination, content.* from mail join content on content.mail = mail.id
                  join lane on lane.id = mail.lane where mail.id = ?""",
                row -> new Claimed(
                        sender,
                        System.nanoTime(),
                        mail,
                        MailKind.of(row.getString("kind")),
                        row.getObject("organisation", UUID.class),
                        row.getObject("campaign", UUID.class),
                        row.getLong("lane"),
                        row.getString("destination"),
                        false,
                        false,
                        row.getInt("attempts"),
                        row.getBoolean("recall_asked"),
                        row.getBoolean("perhaps_sent"),
                        null,
                        Content.of(row)),
                mail);
    }
}
