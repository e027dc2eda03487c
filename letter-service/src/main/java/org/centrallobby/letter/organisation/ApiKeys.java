package org.centrallobby.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeys implements PanacheRepositoryBase<ApiKey, UUID> {
    Optional<ApiKey> active(UUID organisation, UUID id, Instant now) {
        return find("id = ?1 and organisation = ?2", id, organisation)
                .firstResultOptional()
                .filter(key -> key.isActive(now));
    }

    List<ApiKey> active(UUID organisation, Instant now) {
        return list(
                "organisation = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2) order by createdAt, id",
                organisation,
                now);
    }

    /** Does nothing where another replica has just done it. */
    void noteUse(UUID id, Instant now) {
        update("lastUsedAt = ?2 where id = ?1 and (lastUsedAt is null or lastUsedAt < ?2)", id, now);
    }
}
