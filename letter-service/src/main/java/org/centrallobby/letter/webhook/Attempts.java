package org.centrallobby.letter.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class Attempts implements PanacheRepository<Attempt> {
    /** Of each of these deliveries the latest twenty, the oldest of them first: who replays for ever has more. */
    List<Attempt> latest(Collection<UUID> deliveries) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select attempt.* from unnest(cast(:deliveries as uuid[])) as wanted (id) cross join lateral (
                            select * from webhook_attempt where delivery = wanted.id order by position desc limit 20) as attempt
                        order by attempt.position""", Attempt.class)
                .setParameter("deliveries", deliveries.toArray(UUID[]::new))
                .getResultList();
    }
}
