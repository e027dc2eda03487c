package org.centrallobby.letter.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class IdempotentReplies implements PanacheRepositoryBase<IdempotentReply, String> {
    /** Above the number that this service's other locks use, so that they never meet. */
    private static final int LOCKS = 7_002;

    /**
     * Whether this transaction alone is at work in the scope. The lock falls with the transaction, also where the process
     * dies: no request is left "in flight" for ever. Two scopes may share a lock once in four thousand million.
     */
    boolean lock(String scope) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(?1, hashtext(?2))")
                .setParameter(1, LOCKS)
                .setParameter(2, scope)
                .getSingleResult();
    }

    /** Keeps a reply, in the place of one that has expired where there is such. */
    void keep(IdempotentReply reply) {
        getEntityManager()
                .createNativeQuery("""
                        insert into idempotent_reply (scope, fingerprint, sealed, expires_at) values (?1, ?2, ?3, ?4)
                        on conflict (scope) do update set fingerprint = excluded.fingerprint, sealed = excluded.sealed,
                            expires_at = excluded.expires_at""")
                .setParameter(1, reply.scope())
                .setParameter(2, reply.fingerprint())
                .setParameter(3, reply.sealed())
                .setParameter(4, reply.expiresAt())
                .executeUpdate();
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
