package org.centrallobby.mail.queue;

import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;

/** Which mails the list of mailboxes that are not written to holds back. */
final class NotWrittenTo {
    /** What such a mail is told to have ended of. */
    static final Reply WHY = Reply.none("The address is on the list of those that are not written to");

    /** The same of a mail that the relay may have. */
    static final Reply WHY_IN_DOUBT = Reply.none(
            "The address is on the list of those that are not written to; the mail may have arrived before: the relay had all of it once and never answered");

    /** A condition on a row of "mail"; what somebody has unsubscribed from are updates, never letters or what they asked for. */
    static final String HOLDS = """
            exists (select 1 from suppression
                     where suppression.mailbox = mail.mailbox
                       and (suppression.organisation is null or suppression.organisation = mail.organisation)
                       and (suppression.expires_at is null or suppression.expires_at > now())
                       and (suppression.covers = 'everything' or mail.kind = 'update'))""";

    private NotWrittenTo() {}

    /** Those of the mails, none of which is in the database yet. */
    static List<UUID> among(List<NewMail> mails, Database database) {
        return database.list(
                "select id from unnest(?, ?, ?, ?) as mail (id, organisation, mailbox, kind) where " + HOLDS,
                row -> row.getObject("id", UUID.class),
                mails.stream().map(NewMail::id).toArray(UUID[]::new),
                mails.stream().map(NewMail::organisation).toArray(UUID[]::new),
                mails.stream().map(mail -> mail.to().address().mailbox()).toArray(UUID[]::new),
                mails.stream().map(mail -> mail.kind().word()).toArray(String[]::new));
    }
}
