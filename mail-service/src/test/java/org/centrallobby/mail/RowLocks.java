package org.centrallobby.mail;

import jakarta.persistence.EntityManager;

/** Who waits for whom in the tests' database. */
public final class RowLocks {
    private RowLocks() {}

    /** Whether somebody waits for a row that this transaction has changed. Activity would not do: a transaction sees it as it first looked. */
    public static boolean somebodyWaits(EntityManager database) {
        return (boolean) database.createNativeQuery("""
                        select exists (select from pg_locks where not granted and locktype in ('transactionid', 'tuple')
                        and pg_backend_pid() = any (pg_blocking_pids(pid)))""").getSingleResult();
    }
}
