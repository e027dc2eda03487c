package org.centrallobby.mail.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The keys of organisations' domains. */
@ApplicationScoped
class DomainKeys implements PanacheRepositoryBase<DomainKey, UUID> {
    /** Those that sign and those that will. */
    List<DomainKey> inUse(UUID domain) {
        return list("domainId = ?1 and use <> ?2 order by selector", domain, DomainKey.Use.RETIRED.word());
    }

    List<DomainKey> of(UUID domain) {
        return list("domainId = ?1", domain);
    }
}
