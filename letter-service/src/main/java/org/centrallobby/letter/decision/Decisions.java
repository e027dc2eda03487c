package org.centrallobby.letter.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The oldest one that is not done. */
    Optional<Decision> next() {
        return find("finishedAt is null order by id").firstResultOptional();
    }
}
