package org.centrallobby.mail.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.mail.smtp.Reply;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The statements of the queue. All of them reckon with the database's time, so that replicas need not agree on theirs. */
@ApplicationScoped
class Mails implements PanacheRepositoryBase<Mail, UUID> {
    private static final String BACK_IN_LINE =
            "state = case when attempts = 0 then 'queued' else 'deferred' end, claimed_by = null, changed_at = now()";

    /** Forgets whom mails were between, what they said, and what the relay said to it: it may have quoted them. */
    private static final String ERASED = """
            with old as materialized (%s),
                 quoted as (update attempt set reply = '' from old where attempt.mail = old.id)
            update mail
               set from_name = null, reply_to_name = null, reply_to_address = null, to_name = null, to_address = null,
                   subject = null, text = null, last_reply = case when last_reply is not null then '' end,
                   erased_at = now()
              from old where mail.id = old.id returning mail.*""";

    /** False where a mail of this id is there already: nothing of it is changed. */
    boolean insert(NewMail mail, String messageId, MailState state) {
        var replyTo = mail.replyTo();
        return sql("""
                insert into mail (id, kind, campaign_id, campaign_slug, campaign_title, from_name, reply_to_name,
                                  reply_to_address, to_name, to_address, subject, text, automatic, composed_at,
                                  expires_at, message_id, state, next_at, queued_at, changed_at)
                values (:id, :kind, :campaignId, :campaignSlug, :campaignTitle, :fromName, :replyToName,
                        :replyToAddress, :toName, :toAddress, :subject, :text, :automatic, :composedAt,
                        :expiresAt, :messageId, :state, now(), now(), now())
                on conflict (id) do nothing""")
                        .setParameter("id", mail.id())
                        .setParameter("kind", mail.kind().word())
                        .setParameter("campaignId", mail.campaignId())
                        .setParameter("campaignSlug", mail.campaignSlug())
                        .setParameter("campaignTitle", mail.campaignTitle())
                        .setParameter("fromName", mail.fromName())
                        .setParameter("replyToName", replyTo == null ? null : replyTo.name(), String.class)
                        .setParameter(
                                "replyToAddress",
                                replyTo == null ? null : replyTo.address().wire(),
                                String.class)
                        .setParameter("toName", mail.to().name(), String.class)
                        .setParameter("toAddress", mail.to().address().wire())
                        .setParameter("subject", mail.subject())
                        .setParameter("text", mail.text())
                        .setParameter("automatic", mail.automatic())
                        .setParameter("composedAt", mail.composedAt())
                        .setParameter("expiresAt", mail.expiresAt())
                        .setParameter("messageId", messageId)
                        .setParameter("state", state.word())
                        .executeUpdate()
                == 1;
    }

    /**
     * Gives mails whose time has come to a sender, the longest due first. The inner query is materialised, as the planner
     * may otherwise run it again and lock more rows than it returns.
     */
    List<Mail> claim(UUID sender, int count) {
        return session()
                .createNativeQuery("""
                        with due as materialized (
                            select id from mail
                             where state in ('queued', 'deferred') and next_at <= now() and expires_at > now()
                             order by next_at limit :count for no key update skip locked)
                        update mail set state = 'sending', claimed_by = :sender, changed_at = now()
                          from due where mail.id = due.id
                        returning mail.*""", Mail.class)
                .setParameter("count", count)
                .setParameter("sender", sender)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(Mail::nextAt))
                .toList();
    }

    /**
     * Ends a claim; false where the sender does not hold it any more, and then nothing is changed.
     *
     * @param wait until the next attempt, where there is one; a mail that is to be recalled does not wait
     */
    boolean conclude(UUID sender, UUID mail, MailState state, int attempts, Duration wait, @Nullable Reply reply) {
        return sql("""
                update mail
                   set state = :state, attempts = :attempts, claimed_by = null, changed_at = now(),
                       next_at = case when recall_asked then now() else now() + :wait * interval '1 millisecond' end,
                       last_code = :code, last_enhanced = :enhanced, last_reply = :reply
                 where id = :id and claimed_by = :sender and state = 'sending'""")
                        .setParameter("state", state.word())
                        .setParameter("attempts", attempts)
                        .setParameter("wait", wait.toMillis())
                        .setParameter("code", reply == null ? null : reply.code(), Integer.class)
                        .setParameter("enhanced", reply == null ? null : reply.enhanced(), String.class)
                        .setParameter("reply", reply == null ? null : reply.text(), String.class)
                        .setParameter("id", mail)
                        .setParameter("sender", sender)
                        .executeUpdate()
                == 1;
    }

    /** Puts back in line what a sender has claimed and will not begin. */
    int release(UUID sender, Collection<UUID> mails) {
        return sql("update mail set " + BACK_IN_LINE
                        + " where state = 'sending' and claimed_by = :sender and id in (:mails)")
                .setParameter("sender", sender)
                .setParameterList("mails", mails)
                .executeUpdate();
    }

    /** Puts back in line what a sender has claimed, except these. */
    int releaseAllBut(UUID sender, Collection<UUID> mails) {
        // The sender's own id stands for none: a list must not be empty.
        var kept = new ArrayList<>(mails);
        kept.add(sender);
        return sql("update mail set " + BACK_IN_LINE
                        + " where state = 'sending' and claimed_by = :sender and id not in (:mails)")
                .setParameter("sender", sender)
                .setParameterList("mails", kept)
                .executeUpdate();
    }

    /** Puts back in line what was claimed by senders whose lease has run out. */
    int releaseOfTheDead() {
        return sql("update mail set " + BACK_IN_LINE + """
                  where state = 'sending' and not exists (
                     select 1 from sender where sender.id = mail.claimed_by and sender.lease_until >= now())""").executeUpdate();
    }

    /**
     * Ends a mail in line that is to be taken back; null where it is not in line. One that the relay may have cannot be taken
     * back: it ends as sent.
     */
    @Nullable Mail recallFromLine(UUID mail) {
        return mails("""
                update mail set state = case when perhaps_sent then 'sent' else 'recalled' end, recall_asked = true, changed_at = now()
                 where id = :id and state in ('queued', 'deferred') returning mail.*""").setParameter("id", mail).getSingleResultOrNull();
    }

    /** Tells whoever sends the mail at this moment that it shall not be tried again; false where there is no such mail. */
    boolean askForRecall(UUID mail) {
        return sql("update mail set recall_asked = true where id = :id")
                        .setParameter("id", mail)
                        .executeUpdate()
                == 1;
    }

    /** Notes that the relay may have a mail, for as long as there is the mail. */
    void notePerhapsSent(UUID mail) {
        sql("update mail set perhaps_sent = true where id = :id")
                .setParameter("id", mail)
                .executeUpdate();
    }

    /** Ends mails in line whose time is over. */
    List<Mail> expire(int count) {
        return mails("""
                with over as materialized (
                    select id from mail where state in ('queued', 'deferred') and expires_at <= now()
                     order by expires_at limit :count for no key update skip locked)
                update mail set state = 'failed', changed_at = now() from over where mail.id = over.id
                returning mail.*""").setParameter("count", count).getResultList();
    }

    /** Ends mails that were sent and have not come back. */
    List<Mail> settle(int count, Duration after) {
        return mails("""
                with quiet as materialized (
                    select id from mail
                     where state = 'sent' and changed_at <= now() - :age * interval '1 millisecond'
                     order by changed_at limit :count for no key update skip locked)
                update mail set state = 'settled', changed_at = now() from quiet where mail.id = quiet.id
                returning mail.*""")
                .setParameter("count", count)
                .setParameter("age", after.toMillis())
                .getResultList();
    }

    /** Forgets whom finished mails were between and what they said. */
    int erase(int count, Duration after) {
        return mails(ERASED.formatted("""
                select id from mail
                 where state in ('settled', 'failed', 'recalled') and erased_at is null
                   and changed_at <= now() - :age * interval '1 millisecond'
                 order by changed_at limit :count for no key update skip locked"""))
                .setParameter("count", count)
                .setParameter("age", after.toMillis())
                .getResultList()
                .size();
    }

    /** Notes that a mail shall be forgotten as soon as it can be; false where there is no such mail. */
    boolean askForErasure(UUID mail) {
        return sql("update mail set erasure_asked = true where id = :id")
                        .setParameter("id", mail)
                        .executeUpdate()
                == 1;
    }

    /** The same for a mail that is recalled and whose request is still to come. */
    void askForErasureToCome(UUID mail) {
        sql("update recall set erasure_asked = true where mail = :id")
                .setParameter("id", mail)
                .executeUpdate();
    }

    /** Forgets a mail if that was asked for and nobody has it in their hands; false where there is nothing to forget. */
    boolean eraseAsked(UUID mail) {
        return !mails(ERASED.formatted("""
                select id from mail
                 where id = :id and erased_at is null and state not in ('queued', 'deferred', 'sending')
                   and (erasure_asked or exists (select 1 from recall where recall.mail = :id and recall.erasure_asked))
                   for no key update"""))
                .setParameter("id", mail)
                .getResultList()
                .isEmpty();
    }

    /** Forgets mails of which that was asked while somebody had them in their hands. */
    List<Mail> eraseAsked(int count) {
        return mails(ERASED.formatted("""
                select id from mail
                 where erasure_asked and erased_at is null and state not in ('queued', 'deferred', 'sending')
                 limit :count for no key update skip locked""")).setParameter("count", count).getResultList();
    }

    boolean isErased(UUID mail) {
        return count("id = ?1 and erasedAt is not null", mail) > 0;
    }

    /** How many mails there are in each state that has any. */
    Map<MailState, Long> counts() {
        return session()
                .createNativeQuery("select state, count(*) as mails from mail group by state", Tuple.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> MailState.of(row.get(0, String.class)),
                        row -> row.get(1, Number.class).longValue()));
    }

    /** How many mails wait or are being sent. */
    long waiting() {
        return session()
                .createNativeQuery(
                        "select count(*) from mail where state in ('queued', 'deferred', 'sending')", Long.class)
                .getSingleResult();
    }

    /** How many seconds ago the mail came that has waited longest; 0 where none waits. */
    long oldestSeconds() {
        return session().createNativeQuery("""
                        select cast(coalesce(extract(epoch from now() - min(queued_at)), 0) as bigint)
                          from mail where state in ('queued', 'deferred', 'sending')""", Long.class).getSingleResult();
    }

    /** Forgets recalls whose request never came. */
    void forgetRecalls(Duration after) {
        sql("delete from recall where recalled_at <= now() - :age * interval '1 millisecond'")
                .setParameter("age", after.toMillis())
                .executeUpdate();
    }

    /** Whether this transaction, alone in the fleet, has the lock of that number. */
    boolean lockFor(long number) {
        return session()
                .createNativeQuery("select pg_try_advisory_xact_lock(:number)", Boolean.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    private NativeQuery<Mail> mails(String sql) {
        return session().createNativeQuery(sql, Mail.class);
    }

    private NativeQuery<?> sql(String sql) {
        return session().createNativeQuery(sql, Object.class);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
