package org.centrallobby.lookup.dataset;

import jakarta.persistence.EntityManager;

/** Who waits for whom in the tests' database. */
final class Locks {
    private Locks() {}

    /** Whether somebody waits for what this transaction holds. Activity would not do: a transaction sees it as it first looked. */
    static boolean somebodyWaits(EntityManager database) {
        return (boolean) database.createNativeQuery("""
                        select exists (select from pg_locks where not granted
                        and pg_backend_pid() = any (pg_blocking_pids(pid)))""").getSingleResult();
    }
}
