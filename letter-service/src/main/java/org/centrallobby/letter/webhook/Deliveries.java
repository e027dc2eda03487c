package org.centrallobby.letter.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The log of what endpoints were told. It is asked for by an endpoint that the caller has got from {@link Webhooks#ownedBy}. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {
    Delivery of(Webhook webhook, UUID id) {
        return find("id = ?1 and webhook = ?2", id, webhook.id())
                .firstResultOptional()
                .orElseThrow(Deliveries::unknown);
    }

    /** The same, for a change. */
    Delivery lockedOf(Webhook webhook, UUID id) {
        return find("id = ?1 and webhook = ?2", id, webhook.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Deliveries::unknown);
    }

    /** The newest first. */
    List<Delivery> page(Webhook webhook, @Nullable DeliveryState state, @Nullable UUID before, int limit) {
        var query = new StringBuilder("webhook = :webhook");
        var values = Parameters.with("webhook", webhook.id());
        if (state != null) {
            query.append(" and state = :state");
            values = values.and("state", state);
        }
        if (before != null) {
            query.append(" and id < :before");
            values = values.and("before", before);
        }
        return find(query + " order by id desc", values).page(0, limit).list();
    }

    /** Sends the oldest that have failed once more; how many they were. */
    int replayFailed(Webhook webhook, Instant since, int limit, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook_delivery set state = 'WAITING', tries = 0, due_at = :now, lease = null, ended_at = null
                        where id in (select id from webhook_delivery where webhook = :webhook and state = 'FAILED'
                                       and created_at >= :since order by id limit :limit for update skip locked)""")
                .setParameter("webhook", webhook.id())
                .setParameter("since", since)
                .setParameter("limit", limit)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Ends what waits for endpoints that were disabled. */
    int failThoseOfDisabled(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook_delivery set state = 'FAILED', lease = null, ended_at = :now where id in (
                            select waiting.id from webhook cross join lateral (
                                select id from webhook_delivery where webhook = webhook.id and state = 'WAITING' limit :limit
                                for update skip locked) as waiting
                            where webhook.state = 'DISABLED' limit :limit)""")
                .setParameter("limit", limit)
                .setParameter("now", now)
                .executeUpdate();
    }

    int forgetThoseOfDeleted(int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from webhook_delivery where id in (
                            select old.id from webhook cross join lateral (
                                select id from webhook_delivery where webhook = webhook.id limit :limit) as old
                            where webhook.state = 'DELETED' limit :limit)""")
                .setParameter("limit", limit)
                .executeUpdate();
    }

    int forget(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from webhook_delivery where id in (
                            select id from webhook_delivery where created_at <= :before order by created_at limit :limit)""")
                .setParameter("before", before)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private static Failure unknown() {
        return new Failure(
                ProblemType.NOT_FOUND, "This webhook has no delivery with this id; they are kept for a time.");
    }
}
