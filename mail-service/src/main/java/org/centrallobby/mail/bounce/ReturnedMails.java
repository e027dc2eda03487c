package org.centrallobby.mail.bounce;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What has come back, once each. */
@ApplicationScoped
class ReturnedMails {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final int PURGED_AT_ONCE = 1000;
    private static final List<String> PROOFS = Arrays.stream(MailClass.values())
            .filter(MailClass::provesArrival)
            .map(MailClass::word)
            .toList();

    private final Session database;

    ReturnedMails(Session database) {
        this.database = database;
    }

    /**
     * Something that waits and is due.
     *
     * @param attempts how often it was begun and not brought to an end, this time included
     */
    record Due(UUID id, UUID mail, Instant cameAt, int attempts) {}

    /** What it says that waits until its mail is out of a sender's hands. */
    record Waiting(
            MailClass mailClass,
            Reason reason,
            @Nullable String status,
            @Nullable Integer code,
            String words,
            boolean suppressed) {}

    /** One thing at a time is done about a mail, and nobody else changes its state meanwhile. */
    void lock(UUID mail) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", mail.getLeastSignificantBits())
                .getSingleResult();
    }

    boolean isKnown(UUID mail, byte[] fingerprint) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select 1 from returned where mail = :mail and fingerprint = :fingerprint)",
                        Boolean.class)
                .setParameter("mail", mail)
                .setParameter("fingerprint", fingerprint)
                .getSingleResult();
    }

    /** How many things have come back for a mail. */
    long count(UUID mail) {
        return (Long) database.createNativeQuery("select count(*) from returned where mail = :mail", Long.class)
                .setParameter("mail", mail)
                .getSingleResult();
    }

    /** How often a mail was offered again because of what came back. */
    long retried(UUID mail) {
        return (Long) database.createNativeQuery(
                        "select count(*) from returned where mail = :mail and action = 'retried'", Long.class)
                .setParameter("mail", mail)
                .getSingleResult();
    }

    /** Whether something has come back that cannot come for a mail that did not arrive. */
    boolean proveArrival(UUID mail) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select 1 from returned where mail = :mail and class in (:classes))",
                        Boolean.class)
                .setParameter("mail", mail)
                .setParameterList("classes", PROOFS)
                .getSingleResult();
    }

    /** How many answers of that class were passed on to the writer of a mail. */
    long forwarded(UUID mail, MailClass mailClass) {
        return (Long) database.createNativeQuery(
                        "select count(*) from returned where mail = :mail and class = :class and action = 'forwarded'",
                        Long.class)
                .setParameter("mail", mail)
                .setParameter("class", mailClass.word())
                .getSingleResult();
    }

    /** To how many mails but this one it was said since then that the mailbox does not exist. */
    long othersWithoutAddress(UUID mailbox, UUID mail, Instant since) {
        return (Long) database.createNativeQuery("""
                        select count(distinct mail) from returned
                         where mailbox = :mailbox and came_at >= :since and mail <> :mail""", Long.class)
                .setParameter("mailbox", mailbox)
                .setParameter("mail", mail)
                .setParameter("since", since)
                .getSingleResult();
    }

    /**
     * Remembers it.
     *
     * @param mailbox whose address does not exist, where it is the mail's own
     * @param nextAt when it is looked at again; null where nothing waits
     */
    void add(
            UUID mail,
            byte[] fingerprint,
            MailClass mailClass,
            @Nullable ReturnedRecipient recipient,
            @Nullable UUID mailbox,
            boolean suppressed,
            Action action,
            Instant now,
            @Nullable Instant nextAt) {
        database.createNativeQuery("""
                        insert into returned (id, mail, fingerprint, class, reason, status, code, words, mailbox, suppressed, action,
                                              came_at, next_at)
                        values (:id, :mail, :fingerprint, :class, :reason, :status, :code, :words, :mailbox, :suppressed, :action,
                                :now, :next)""")
                .setParameter("id", IDS.generate())
                .setParameter("mail", mail)
                .setParameter("fingerprint", fingerprint)
                .setParameter("class", mailClass.word())
                .setParameter(
                        "reason",
                        recipient == null || recipient.reason() == null
                                ? null
                                : recipient.reason().word(),
                        String.class)
                .setParameter("status", recipient == null ? null : recipient.status(), String.class)
                .setParameter("code", recipient == null ? null : recipient.code(), Integer.class)
                .setParameter("words", recipient == null ? null : recipient.words(), String.class)
                .setParameter("mailbox", mailbox, UUID.class)
                .setParameter("suppressed", suppressed)
                .setParameter("action", action.word())
                .setParameter("now", now)
                .setParameter("next", nextAt, Instant.class)
                .executeUpdate();
    }

    /** The next that is due, for the caller alone until that time; null where none is. */
    @Transactional
    @Nullable Due due(Instant now, Instant later) {
        var rows = database.createNativeQuery("""
                        update returned set attempts = attempts + 1, next_at = :later where id = (
                            select id from returned where next_at <= :now order by next_at limit 1 for update skip locked)
                        returning id, mail, came_at, attempts""", Object[].class)
                .setParameter("now", now)
                .setParameter("later", later)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.getFirst();
        return new Due((UUID) row[0], (UUID) row[1], (Instant) row[2], (Integer) row[3]);
    }

    /** What is known of one; null where it does not wait any more. */
    @Nullable Waiting waiting(UUID id) {
        var rows = database.createNativeQuery("""
                        select class, reason, status, code, words, suppressed from returned
                         where id = :id and next_at is not null""", Object[].class)
                .setParameter("id", id)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.getFirst();
        return new Waiting(
                MailClass.of((String) row[0]),
                row[1] == null ? Reason.UNDEFINED : Reason.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                (String) row[2],
                (Integer) row[3],
                row[4] == null ? "" : (String) row[4],
                (Boolean) row[5]);
    }

    /** What became of something that waited; with a time it still does. */
    @Transactional
    void settle(UUID id, Action action, @Nullable Instant nextAt) {
        database.createNativeMutationQuery(
                        "update returned set action = :action, next_at = :next, attempts = 0 where id = :id")
                .setParameter("action", action.word())
                .setParameter("next", nextAt, Instant.class)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Lets one wait longer of which nobody could make anything. */
    @Transactional
    void putBack(UUID id, Instant nextAt) {
        database.createNativeMutationQuery("update returned set next_at = :next where id = :id and next_at is not null")
                .setParameter("next", nextAt)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Forgets what came before that time, some at a time. */
    int purge(Instant before) {
        return database.createNativeQuery("""
                        delete from returned where id in (
                            select id from returned where came_at < :before limit :limit for update skip locked)""")
                .setParameter("before", before)
                .setParameter("limit", PURGED_AT_ONCE)
                .executeUpdate();
    }
}
