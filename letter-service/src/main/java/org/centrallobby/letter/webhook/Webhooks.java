package org.centrallobby.letter.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Cursor;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {
    private static final String OWN = "organisation = :organisation and mode = :mode and state <> :deleted";

    private static final String LISTENING = """
            select id from webhook where organisation = ? and mode = ? and state in ('ACTIVE', 'PAUSED')
              and (events = '{}' or ? = any (events)) and (campaigns = '{}' or ? = any (campaigns))""";

    /** The endpoint, if it is this tenant's. Here and in {@link #lockedOf} alone a program gets at it; another's does not exist. */
    Webhook ownedBy(Tenant tenant, UUID id) {
        return find("id = :id and " + OWN, own(tenant).and("id", id))
                .firstResultOptional()
                .orElseThrow(Webhooks::unknown);
    }

    /** The same, for a change: whoever else wants to change it waits for the end of this transaction. */
    Webhook lockedOf(Tenant tenant, UUID id) {
        return find("id = :id and " + OWN, own(tenant).and("id", id))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Webhooks::unknown);
    }

    /** The newest first. */
    List<Webhook> page(Tenant tenant, Optional<Cursor> after, int count) {
        return after.map(cursor -> find(
                        OWN + " and id < :after order by id desc", own(tenant).and("after", cursor.after())))
                .orElseGet(() -> find(OWN + " order by id desc", own(tenant)))
                .page(0, count)
                .list();
    }

    long countOf(Tenant tenant) {
        return count(OWN, own(tenant));
    }

    /**
     * The endpoints that want to hear of this. Asked at every step of every letter and mostly answered with nothing, so it is
     * one probe of an index and goes past Hibernate, which costs several times as much as the probe.
     *
     * @param campaign null for what belongs to no campaign
     */
    List<UUID> listeningTo(Tenant tenant, EventType type, @Nullable UUID campaign) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(LISTENING)) {
                query.setObject(1, tenant.organisation());
                query.setString(2, tenant.mode().name());
                query.setString(3, type.wireName());
                query.setObject(4, campaign, Types.OTHER);
                var listening = new ArrayList<UUID>();
                for (var rows = query.executeQuery(); rows.next(); ) {
                    listening.add(rows.getObject(1, UUID.class));
                }
                return listening;
            }
        });
    }

    /** Disables the endpoints for which more waits than that. */
    int disableOverloaded(int mostWaiting, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook set state = 'DISABLED', disabled_because = 'BACKLOG', version = version + 1,
                                           updated_at = :now
                        where state in ('ACTIVE', 'PAUSED') and :most < (select count(*) from (
                            select 1 from webhook_delivery where webhook = webhook.id and webhook_delivery.state = 'WAITING'
                            limit :most + 1) as waiting)""")
                .setParameter("most", mostWaiting)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets secrets that do not sign any more, but of endpoints that are being changed: their secret may be rotated just now. */
    int forgetExpiredSecrets(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook set previous_secret = null where id in (
                            select id from webhook where previous_secret is not null and previous_secret_until <= :now
                            limit :limit for update skip locked)""")
                .setParameter("now", now)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Forgets endpoints that were deleted before then and have no deliveries left. */
    int forget(Instant before) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from webhook where state = 'DELETED' and updated_at <= :before
                          and not exists (select 1 from webhook_delivery where webhook_delivery.webhook = webhook.id)""")
                .setParameter("before", before)
                .executeUpdate();
    }

    private static Parameters own(Tenant tenant) {
        return Parameters.with("organisation", tenant.organisation())
                .and("mode", tenant.mode())
                .and("deleted", WebhookState.DELETED);
    }

    private static Failure unknown() {
        return new Failure(ProblemType.NOT_FOUND, "Your organisation has no webhook with this id.");
    }
}
