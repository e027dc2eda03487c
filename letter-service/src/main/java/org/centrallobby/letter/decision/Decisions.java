package org.centrallobby.letter.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterChoice.Purpose;

@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {
    /** A decision about a campaign that the caller has found to be the tenant's. */
    Optional<Decision> of(UUID campaign, Purpose kind, UUID id) {
        return find("campaign = ?1 and kind = ?2 and id = ?3", campaign, kind, id)
                .firstResultOptional();
    }

    /** Those that are not done, the oldest first. */
    @Transactional
    List<UUID> unfinished(int limit) {
        return getEntityManager()
                .createQuery("select id from Decision where finishedAt is null order by id", UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** One that is not done. */
    Optional<Decision> unfinished(UUID id) {
        return find("id = ?1 and finishedAt is null", id).firstResultOptional();
    }
}
