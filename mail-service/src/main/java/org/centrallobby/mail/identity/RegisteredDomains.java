package org.centrallobby.mail.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The domains that organisations have registered. */
@ApplicationScoped
class RegisteredDomains implements PanacheRepositoryBase<SendingDomain, UUID> {
    /** How PostgreSQL's "skip locked" is asked for. */
    private static final int SKIP_LOCKED = -2;

    Optional<SendingDomain> byName(String domain) {
        return find("domain", domain).firstResultOptional();
    }

    /** Until the transaction ends nobody else registers the domain. */
    void lock(String domain) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:domain, 0))", Integer.class)
                .setParameter("domain", "sending-domain " + domain)
                .getSingleResult();
    }

    /** In the order of their registration. */
    List<SendingDomain> page(@Nullable UUID organisation, @Nullable UUID after, int count) {
        var from = after == null ? new UUID(0, 0) : after;
        var found = organisation == null
                ? find("id > ?1 order by id", from)
                : find("organisation = ?1 and id > ?2 order by id", organisation, from);
        return found.page(0, count).list();
    }

    /** One whose records are to be looked at again and that nobody looks at, locked. */
    Optional<SendingDomain> oneToCheck(Instant now) {
        return find("state <> ?1 and nextCheckAt <= ?2 order by nextCheckAt", DomainState.PENDING.word(), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    long failing() {
        return count("state", DomainState.FAILING.word());
    }
}
