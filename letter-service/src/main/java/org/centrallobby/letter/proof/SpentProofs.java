package org.centrallobby.letter.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Proofs that were used, for as long as they could be used again. */
@ApplicationScoped
class SpentProofs {
    private final EntityManager database;

    SpentProofs(EntityManager database) {
        this.database = database;
    }

    /** Whether it was not there before. Of two that come at once one waits for the other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean add(Challenges.Proved proof) {
        return database.createNativeQuery("""
                        insert into spent_proof (challenge, expires_at) values (?1, ?2) on conflict do nothing""")
                        .setParameter(1, proof.challenge())
                        .setParameter(2, proof.expiresAt())
                        .executeUpdate()
                == 1;
    }

    int forget(Instant now, int limit) {
        return database.createNativeQuery("""
                        delete from spent_proof where ctid in (
                            select ctid from spent_proof where expires_at <= ?1 limit ?2)""")
                .setParameter(1, now)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
