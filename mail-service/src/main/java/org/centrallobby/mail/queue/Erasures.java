package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.sql.Database;

/**
 * Forgets whom mails were between, what they said, and what the relay said to it: it may have quoted them. The row stays for
 * a time, so that a repeat and a late complaint are recognised.
 */
@ApplicationScoped
class Erasures {
    private static final String ERASED = """
            with old as materialized (%s),
                 quoted as (update attempt set reply = '' from old where attempt.mail = old.id),
                 said as (delete from content using old where content.mail = old.id)
            update mail
               set mailbox = null, lane = null, last_reply = case when last_reply is not null then '' end, erased_at = now()
              from old where mail.id = old.id returning """ + ' ' + Ended.COLUMNS;

    private static final String AT_REST = "state not in ('queued', 'deferred', 'uncertain', 'sending', 'held')";

    private final Database database;

    Erasures(Database database) {
        this.database = database;
    }

    /** Forgets mails that were finished that long ago; returns how many. */
    int erase(int count, Duration after) {
        return database.list(ERASED.formatted("""
                                select id from mail
                                 where state in ('settled', 'bounced', 'failed', 'suppressed', 'cancelled', 'recalled')
                                   and erased_at is null and changed_at <= now() - ? * interval '1 millisecond'
                                 order by changed_at limit ? for no key update skip locked"""), Ended::of, after.toMillis(), count)
                .size();
    }

    /** Deletes the rows of mails that were erased that long ago; returns how many. */
    int delete(int count, Duration after) {
        return database.list("""
                        with old as materialized (
                                 select id from mail where erased_at <= now() - ? * interval '1 millisecond'
                                  order by erased_at limit ? for update skip locked),
                             tried as (delete from attempt using old where attempt.mail = old.id)
                        delete from mail using old where mail.id = old.id returning mail.id""", row -> row.getObject("id", UUID.class), after.toMillis(), count)
                .size();
    }

    /** Notes that a mail shall be forgotten as soon as it can be; false where there is no such mail. */
    boolean ask(UUID mail) {
        return database.change("update mail set erasure_asked = true where id = ?", mail) == 1;
    }

    /** The same for a mail that is recalled and whose request is still to come. */
    void askForOneToCome(UUID mail) {
        database.change("update recall set erasure_asked = true where mail = ?", mail);
    }

    /** Forgets a mail if that was asked for and nobody has it in their hands; false where there is nothing to forget. */
    boolean eraseAsked(UUID mail) {
        return !database.list(
                        ERASED.formatted("select id from mail where id = ? and erased_at is null and " + AT_REST + """
                                  and (erasure_asked or exists (
                                      select 1 from recall where recall.mail = mail.id and recall.erasure_asked))
                                  for no key update"""),
                        Ended::of,
                        mail)
                .isEmpty();
    }

    /** Forgets mails of which that was asked while somebody had them in their hands. */
    List<Ended> eraseAsked(int count) {
        return database.list(
                ERASED.formatted("select id from mail where erasure_asked and erased_at is null and " + AT_REST
                        + " limit ? for no key update skip locked"),
                Ended::of,
                count);
    }

    boolean isErased(UUID mail) {
        return database.one(
                "select exists (select 1 from mail where id = ? and erased_at is not null) as erased",
                row -> row.getBoolean("erased"),
                mail);
    }

    /** Forgets recalls whose request never came. */
    void forgetRecalls(Duration after) {
        database.change(
                "delete from recall where recalled_at <= now() - ? * interval '1 millisecond'", after.toMillis());
    }

    /** Whether this transaction, alone in the fleet, has the lock of that number. */
    boolean lockFor(long number) {
        return database.one("select pg_try_advisory_xact_lock(?) as locked", row -> row.getBoolean("locked"), number);
    }
}
