package org.centrallobby.letter.confirmation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ConfirmationRows implements PanacheRepositoryBase<Confirmation, UUID> {
    /** The question about a letter, for this transaction alone until it ends. */
    Optional<Confirmation> locked(UUID letter) {
        return findByIdOptional(letter, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The letters of those asked before then and neither answered nor reminded of nor expired; locked. */
    List<UUID> unanswered(Instant askedBefore, Instant now, int limit) {
        return find(
                        "remindedAt is null and confirmedAt is null and askedAt <= ?1 and expiresAt > ?2 order by askedAt",
                        askedBefore,
                        now)
                .page(0, limit)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(Confirmation::letter)
                .toList();
    }

    /** Forgets what nobody asks for any more; the links go with it. */
    int forget(Instant expiredBefore, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from confirmation where letter in (
                            select letter from confirmation where expires_at <= ?1 order by expires_at limit ?2)""")
                .setParameter(1, expiredBefore)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
