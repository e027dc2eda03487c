package org.centrallobby.lookup.dataset;

import jakarta.persistence.EntityManager;

/** What one replica does at a time, each under an advisory lock. Numbers are used for nothing else in this database. */
enum Turn {
    RELEASES(0x6461_7461_7365_7401L),
    IMPORTS(0x6461_7461_7365_7402L);

    private final long lock;

    Turn(long lock) {
        this.lock = lock;
    }

    /** Waits until no other replica is at it; the lock ends with the transaction. */
    void await(EntityManager database) {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", lock)
                .getSingleResult();
    }
}
