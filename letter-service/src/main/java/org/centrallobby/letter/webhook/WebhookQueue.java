package org.centrallobby.letter.webhook;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries in the order in which they are due, endpoint by endpoint. A delivery is claimed for the length of a lease by
 * putting off when it is due: who dies with it in hand gives it back without a word. An outcome is written down only by whoever
 * holds it still, so that a delivery may be sent twice but is never lost.
 */
@ApplicationScoped
class WebhookQueue {
    private static final NoArgGenerator LEASES = Generators.randomBasedGenerator();

    /** The endpoints for which anything waits are hopped to by the index: their number counts, not that of all endpoints or deliveries. */
    private static final String CLAIM = """
            with recursive waiting (webhook) as (
                (select webhook from webhook_delivery where state = 'WAITING' order by webhook limit 1)
                union all
                select (select webhook from webhook_delivery where state = 'WAITING' and webhook > waiting.webhook
                        order by webhook limit 1)
                from waiting where waiting.webhook is not null
            ), due as (
                select next.id, webhook.url, webhook.secret,
                       case when webhook.previous_secret_until > :now then webhook.previous_secret end as previous_secret
                from waiting join webhook on webhook.id = waiting.webhook cross join lateral (
                    select id, due_at from webhook_delivery
                    where webhook = webhook.id and state = 'WAITING' and due_at <= :now order by due_at
                    limit case when webhook.failing_since is null and webhook.id <> all (:slow) then :perEndpoint else 1 end
                    for update skip locked) as next
                where webhook.state = 'ACTIVE' and coalesce(webhook.quiet_until, :now) <= :now
                  and webhook.id <> all (:busy)
                order by next.due_at limit :limit
            )
            update webhook_delivery as claimed set lease = :lease, due_at = :until from due where claimed.id = due.id
            returning claimed.id, claimed.webhook, claimed.tries, claimed.body, due.url, due.secret, due.previous_secret""";

    private static final String END = """
            update webhook_delivery set state = :state, tries = tries + 1, due_at = :due, ended_at = :ended, lease = null
            where id = :delivery and lease = :lease""";

    private static final String OLDEST = """
            select min(next.due_at) from webhook cross join lateral (
                select due_at from webhook_delivery where webhook = webhook.id and state = 'WAITING' order by due_at limit 1)
                as next
            where webhook.state = 'ACTIVE'""";

    /** Longer than the longest wait between two attempts: failures further apart tell nothing of the time between them. */
    private static final Duration SILENCE = Duration.ofDays(2);

    private final EntityManager database;
    private final Attempts attempts;
    private final WebhookConfig config;
    private final InstantSource clock;
    private final RetrySchedule schedule =
            new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());

    WebhookQueue(EntityManager database, Attempts attempts, WebhookConfig config, InstantSource clock) {
        this.database = database;
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes what is due.
     *
     * @param busy endpoints that get nothing more for now
     * @param slow endpoints that get one delivery at a time, as those that fail do
     */
    @Transactional
    List<Claimed> claim(int limit, Collection<UUID> busy, Collection<UUID> slow) {
        var now = clock.instant();
        var lease = LEASES.generate();
        return database
                .unwrap(Session.class)
                .createNativeQuery(CLAIM, Tuple.class)
                .setParameter("now", now)
                .setParameter("until", now.plus(config.lease()))
                .setParameter("lease", lease)
                .setParameter("perEndpoint", config.perEndpoint())
                .setParameter("limit", limit)
                .setParameter("busy", busy.toArray(UUID[]::new))
                .setParameter("slow", slow.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Claimed(
                        row.get("id", UUID.class),
                        row.get("webhook", UUID.class),
                        lease,
                        row.get("tries", Number.class).intValue(),
                        now,
                        row.get("url", String.class),
                        row.get("body", String.class),
                        row.get("secret", byte[].class),
                        row.get("previous_secret", byte[].class)))
                .toList();
    }

    /** Writes down how an attempt went and what follows from it, for the delivery and for its endpoint. */
    @Transactional
    void record(Claimed claimed, Answer answer) {
        var now = clock.instant();
        var wait = answer.isAccepted() || answer.isGone()
                ? null
                : schedule.after(claimed.tries() + 1, answer.retryAfter()).orElse(null);
        if (!ended(claimed, answer, wait, now)) {
            return;
        }
        attempts.persist(new Attempt(claimed.delivery(), answer));
        if (answer.isAccepted()) {
            update(
                    "update webhook set failing_since = null where id = :webhook and failing_since is not null",
                    claimed);
        } else {
            noteFailure(claimed, answer, now);
        }
    }

    private boolean ended(Claimed claimed, Answer answer, @Nullable Duration wait, Instant now) {
        var state = answer.isAccepted()
                ? DeliveryState.DELIVERED
                : wait == null ? DeliveryState.FAILED : DeliveryState.WAITING;
        return database.unwrap(Session.class)
                        .createNativeMutationQuery(END)
                        .setParameter("state", state.name())
                        .setParameter("due", wait == null ? now : now.plus(wait))
                        .setParameter("ended", wait == null ? now : null, StandardBasicTypes.INSTANT)
                        .setParameter("delivery", claimed.delivery())
                        .setParameter("lease", claimed.lease())
                        .executeUpdate()
                == 1;
    }

    private void noteFailure(Claimed claimed, Answer answer, Instant now) {
        beginOrGoOnFailing(claimed, now);
        if (answer.isGone()) {
            disable(claimed, DisabledBecause.GONE, now, now);
        } else {
            disable(claimed, DisabledBecause.FAILING, now.minus(config.disableAfter()), now);
        }
        if (answer.rest().isPositive()) {
            update(
                    "update webhook set quiet_until = greatest(quiet_until, :now) where id = :webhook",
                    claimed,
                    now.plus(answer.rest()));
        }
    }

    /** An endpoint that was not tried for so long begins to fail anew: nobody knows that it has not worked meanwhile. */
    private void beginOrGoOnFailing(Claimed claimed, Instant now) {
        database.createNativeQuery("""
                        update webhook
                        set failing_since = case when failed_at > :silent then coalesce(failing_since, :now) else :now end,
                            failed_at = :now
                        where id = :webhook""")
                .setParameter("silent", now.minus(SILENCE))
                .setParameter("now", now)
                .setParameter("webhook", claimed.webhook())
                .executeUpdate();
    }

    private void disable(Claimed claimed, DisabledBecause reason, Instant failingSince, Instant now) {
        database.createNativeQuery("""
                        update webhook set state = 'DISABLED', disabled_because = :reason, version = version + 1, updated_at = :now
                        where id = :webhook and state in ('ACTIVE', 'PAUSED') and failing_since <= :since""")
                .setParameter("reason", reason.name())
                .setParameter("now", now)
                .setParameter("webhook", claimed.webhook())
                .setParameter("since", failingSince)
                .executeUpdate();
    }

    private void update(String sql, Claimed claimed, Instant now) {
        database.createNativeQuery(sql)
                .setParameter("webhook", claimed.webhook())
                .setParameter("now", now)
                .executeUpdate();
    }

    private void update(String sql, Claimed claimed) {
        database.createNativeQuery(sql)
                .setParameter("webhook", claimed.webhook())
                .executeUpdate();
    }

    /** For how long the delivery that is due longest has waited for a sender. */
    @Transactional
    Duration longestWait() {
        var due = (Instant) database.createNativeQuery(OLDEST, Instant.class).getSingleResult();
        var now = clock.instant();
        return due == null || due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
    }
}
