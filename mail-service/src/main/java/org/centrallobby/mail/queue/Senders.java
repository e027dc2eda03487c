package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;

/** The leases of the processes that send. */
@ApplicationScoped
class Senders {
    private final EntityManager database;

    Senders(EntityManager database) {
        this.database = database;
    }

    /** From now on, by the database's clock, the sender's claims are its own for that long. */
    void renew(UUID sender, Duration lease) {
        database.createNativeQuery("""
                        insert into sender (id, lease_until) values (:id, now() + :lease * interval '1 millisecond')
                        on conflict (id) do update set lease_until = excluded.lease_until""")
                .setParameter("id", sender)
                .setParameter("lease", lease.toMillis())
                .executeUpdate();
    }

    void remove(UUID sender) {
        database.createNativeQuery("delete from sender where id = :id")
                .setParameter("id", sender)
                .executeUpdate();
    }
}
