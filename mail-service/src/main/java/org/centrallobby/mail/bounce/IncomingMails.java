package org.centrallobby.mail.bounce;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses.Returned;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Messages that the listener has taken and that nobody has looked at yet. */
@ApplicationScoped
class IncomingMails {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Session database;
    private final InstantSource clock;

    IncomingMails(Session database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param attempts how often it was begun, this time included
     */
    record Incoming(UUID id, UUID mail, byte[] message, int attempts) {
        @Override
        public String toString() {
            return "Incoming[%s]".formatted(id);
        }
    }

    /** Whether as many wait as may; those that are being taken at this moment may be a few more. */
    @Transactional
    boolean isFull(int most) {
        return (Boolean) database.createNativeQuery(
                        "select count(*) >= :most from (select 1 from incoming limit :most) as waiting", Boolean.class)
                .setParameter("most", most)
                .getSingleResult();
    }

    /** Keeps a message, durably when this returns, once for each mail that it was addressed to. */
    @Transactional
    void keep(Iterable<Returned> addressed, byte[] message) {
        for (var returned : addressed) {
            database.createNativeMutationQuery("""
                            insert into incoming (id, mail, purpose, message, came_at, next_at)
                            values (:id, :mail, :purpose, :message, :now, :now)""")
                    .setParameter("id", IDS.generate())
                    .setParameter("mail", returned.mail())
                    .setParameter("purpose", returned.purpose() == Purpose.BOUNCE ? "bounce" : "reply")
                    .setParameter("message", message)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    /**
     * The next that is due, for the caller alone for some time; null where none is. If the caller dies over it, it is counted
     * as begun all the same, so that none is the end of one process after the other.
     */
    @Transactional
    @Nullable Incoming due(Duration alone) {
        var now = clock.instant();
        var rows = database.createNativeQuery("""
                        update incoming set attempts = attempts + 1, next_at = :later where id = (
                            select id from incoming where next_at <= :now order by next_at limit 1 for update skip locked)
                        returning id, mail, message, attempts""", Object[].class)
                .setParameter("now", now)
                .setParameter("later", now.plus(alone))
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        var row = rows.getFirst();
        return new Incoming((UUID) row[0], (UUID) row[1], (byte[]) row[2], (Integer) row[3]);
    }

    /** Removes one in the running transaction; false where somebody else has, who was quicker with it. */
    @Transactional
    boolean remove(UUID id) {
        return database.createNativeMutationQuery("delete from incoming where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Puts one back for a while after nobody could make anything of it. */
    @Transactional
    void putBack(UUID id, Duration pause) {
        database.createNativeMutationQuery("update incoming set next_at = :next where id = :id")
                .setParameter("id", id)
                .setParameter("next", clock.instant().plus(pause))
                .executeUpdate();
    }
}
