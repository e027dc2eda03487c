package org.centrallobby.letter.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuditEntries implements PanacheRepositoryBase<AuditEntry, UUID> {
    /** The newest first. */
    List<AuditEntry> page(Tenant tenant, @Nullable AuditAction action, @Nullable UUID before, int limit) {
        var query = new StringBuilder("organisation = :organisation and mode = :mode");
        var values = Parameters.with("organisation", tenant.organisation()).and("mode", tenant.mode());
        if (action != null) {
            query.append(" and action = :action");
            values = values.and("action", action);
        }
        if (before != null) {
            query.append(" and id < :before");
            values = values.and("before", before);
        }
        return find(query + " order by id desc", values).page(0, limit).list();
    }

    /** The only change there is: an entry that its doing goes on under. */
    void add(UUID id, long people) {
        update("people = people + ?2 where id = ?1", id, people);
    }

    List<AuditEntry> about(Tenant tenant, Collection<UUID> subjects) {
        return find(
                        "organisation = ?1 and mode = ?2 and subject in ?3 order by id desc",
                        tenant.organisation(),
                        tenant.mode(),
                        subjects)
                .page(0, 500)
                .list();
    }

    /** Whether there was an entry since then to count up. */
    boolean addForgotten(Tenant tenant, Instant since, long things) {
        return update(
                        "people = people + ?1 where organisation = ?2 and mode = ?3 and action = ?4 and at >= ?5",
                        things,
                        tenant.organisation(),
                        tenant.mode(),
                        AuditAction.RETENTION,
                        since)
                > 0;
    }

    int forget(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from audit_entry where ctid in (select ctid from audit_entry where at <= ?1 limit ?2)""")
                .setParameter(1, before)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
