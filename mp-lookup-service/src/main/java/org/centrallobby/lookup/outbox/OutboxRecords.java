package org.centrallobby.lookup.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class OutboxRecords implements PanacheRepositoryBase<OutboxRecord, Long> {
    /** Chosen by hand and used for nothing else in this database. */
    private static final long RELAY_LOCK = 7_001;

    /** Whether this transaction, alone in the fleet, may publish now; two relays at once would break the order of a key. */
    boolean lockForRelay() {
        return (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, RELAY_LOCK)
                .getSingleResult();
    }

    /** Later than any before it, by the database's clock as far as that does not go back. */
    Instant nextMoment() {
        return (Instant) getEntityManager()
                .createNativeQuery("""
                        update outbox_moment set last = greatest(clock_timestamp(), last + interval '1 microsecond')
                        returning last""", Instant.class)
                // Hundreds of seats that change together need not be written before each of their events.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /** When the event was written that has waited longest; empty where none waits. */
    Optional<Instant> oldestSince() {
        return oldest(1).stream().map(OutboxRecord::occurredAt).findFirst();
    }

    List<OutboxRecord> oldest(int count) {
        return find("order by position").page(0, count).list();
    }
}
