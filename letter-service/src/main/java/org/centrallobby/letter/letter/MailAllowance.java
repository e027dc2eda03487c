package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.centrallobby.letter.privacy.Subject;
import org.centrallobby.letter.supporter.Person;
import org.hibernate.Session;

/**
 * How many mails the form can make this service send to one mailbox. Anybody may type anybody's address: without a bound
 * the form would be a way to flood a stranger. A person has a smaller bound of their own below the mailbox's, so that neither a
 * household nor a stranger with made-up names soon uses up what somebody needs to confirm a letter.
 */
@ApplicationScoped
class MailAllowance {
    private static final int OF_A_PERSON = 3;
    private static final int OF_A_MAILBOX = 10;
    private static final Duration PERIOD = Duration.ofDays(1);

    private static final String LOCK = "select pg_advisory_xact_lock(7003, hashtext(?))";
    private static final String TAKE = """
            insert into mail_allowance (mailbox, person, asked_at)
            select ?, ?, ?
            from (select count(*) as mails, count(*) filter (where person = ?) as own
                  from mail_allowance where mailbox = ? and asked_at > ?) as today
            where own < ? and mails < ?""";

    private final EntityManager database;
    private final InstantSource clock;

    MailAllowance(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether one more mail may go to the person for this campaign today; counts it if so. Past Hibernate, which
     * would read the statements' words anew for each letter.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean take(Person person) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.unwrap(Session.class).doReturningWork(connection -> {
            lock(connection, person);
            try (var insert = connection.prepareStatement(TAKE)) {
                insert.setString(1, person.mailbox());
                insert.setString(2, person.key());
                insert.setObject(3, now);
                insert.setString(4, person.key());
                insert.setString(5, person.mailbox());
                insert.setObject(6, now.minus(PERIOD));
                insert.setInt(7, OF_A_PERSON);
                insert.setInt(8, OF_A_MAILBOX);
                return insert.executeUpdate() == 1;
            }
        });
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
    private static void lock(Connection connection, Person person) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, person.mailbox());
            lock.execute();
        }
    }
}
