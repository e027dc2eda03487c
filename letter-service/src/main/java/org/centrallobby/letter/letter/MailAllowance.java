package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.centrallobby.letter.privacy.Subject;
import org.centrallobby.letter.supporter.Person;

/**
 * How many mails the form can make this service send to one mailbox. Anybody may type anybody's address: without a bound
 * the form would be a way to flood a stranger.
 */
@ApplicationScoped
class MailAllowance {
    private static final int MAILS = 3;
    private static final Duration PERIOD = Duration.ofDays(1);

    private final EntityManager database;
    private final InstantSource clock;

    MailAllowance(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether one more mail may go to the person's mailbox for this campaign today; counts it if so. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean take(Person person) {
        lock(person);
        var now = clock.instant();
        return database.createNativeQuery("""
                        insert into mail_allowance (mailbox, asked_at)
                        select ?1, ?2
                        where (select count(*) from mail_allowance where mailbox = ?1 and asked_at > ?3) < ?4""")
                        .setParameter(1, person.mailbox())
                        .setParameter(2, now)
                        .setParameter(3, now.minus(PERIOD))
                        .setParameter(4, MAILS)
                        .executeUpdate()
                == 1;
    }

    /** When mails were sent to the subject's mailbox of late. */
    List<Instant> asked(Subject subject) {
        return database.createNativeQuery(
                        "select asked_at from mail_allowance where mailbox in (?1) order by asked_at", Instant.class)
                .setParameter(1, subject.mailboxes())
                .getResultList();
    }

    void forget(Subject subject) {
        database.createNativeQuery("delete from mail_allowance where mailbox in (?1)")
                .setParameter(1, subject.mailboxes())
                .executeUpdate();
    }

    /** When the last of these no longer counts. */
    static Instant end(List<Instant> asked) {
        return asked.getLast().plus(PERIOD);
    }

    /** Forgets what counts no longer. */
    int forget(int limit) {
        return database.createNativeQuery("""
                        delete from mail_allowance where ctid in (
                            select ctid from mail_allowance where asked_at <= ?1 limit ?2)""")
                .setParameter(1, clock.instant().minus(PERIOD))
                .setParameter(2, limit)
                .executeUpdate();
    }

    /** Two requests for one mailbox take turns, so that neither overlooks the other. */
    private void lock(Person person) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(7003, hashtext(?1)) as text)")
                .setParameter(1, person.mailbox())
                .getSingleResult();
    }
}
