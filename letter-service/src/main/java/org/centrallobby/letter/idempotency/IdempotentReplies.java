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

    void keep(IdempotentReply reply) {
        getEntityManager().merge(reply);
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
