package org.centrallobby.letter.alarm;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Alarms implements PanacheRepositoryBase<Alarm, UUID> {
    /** Of a campaign that the caller has found to be the tenant's; the newest first. */
    List<Alarm> page(UUID campaign, @Nullable UUID before, int limit) {
        return (before == null
                        ? find("campaign = ?1 order by id desc", campaign)
                        : find("campaign = ?1 and id < ?2 order by id desc", campaign, before))
                .page(0, limit)
                .list();
    }

    /** Whether there has been an alarm of the same since then. */
    boolean isRaised(Cluster cluster, Instant since) {
        return count(
                        "campaign = ?1 and kind = ?2 and subject = ?3 and raisedAt > ?4",
                        cluster.campaign(),
                        cluster.kind(),
                        cluster.subject(),
                        since)
                > 0;
    }

    int forget(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "delete from alarm where ctid in (select ctid from alarm where raised_at <= ?1 limit ?2)")
                .setParameter(1, before)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
