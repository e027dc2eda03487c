package org.centrallobby.mail;

import jakarta.persistence.EntityManager;

/** Who waits for whom in the tests' database. */
public final class RowLocks {
    private RowLocks() {}

    /** Whether a transaction waits for a row that another one has changed. */
    public static boolean somebodyWaits(EntityManager database) {
        return (boolean) database.createNativeQuery("""
                        select exists (select from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                          and wait_event in ('transactionid', 'tuple'))""").getSingleResult();
    }
}
