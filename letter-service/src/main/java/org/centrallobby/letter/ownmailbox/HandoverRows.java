package org.centrallobby.letter.ownmailbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class HandoverRows implements PanacheRepositoryBase<Handover, UUID> {
    /** For this transaction alone until it ends. */
    Optional<Handover> locked(UUID letter) {
        return findByIdOptional(letter, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Forgets what nobody asks for any more. */
    int forget(Instant expiredBefore, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from handover where letter in (
                            select letter from handover where expires_at <= ?1 order by expires_at limit ?2)""")
                .setParameter(1, expiredBefore)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
