package org.centrallobby.letter.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** The replies of the last day. Every letter takes the lock and keeps one: past Hibernate, which would read the words of both anew. */
@ApplicationScoped
class IdempotentReplies implements PanacheRepositoryBase<IdempotentReply, String> {
    /** Above the number that this service's other locks use, so that they never meet. */
    private static final int LOCKS = 7_002;

    private static final String LOCK = "select pg_try_advisory_xact_lock(?, hashtext(?))";
    private static final String KEEP = """
            insert into idempotent_reply (scope, fingerprint, sealed, expires_at) values (?, ?, ?, ?)
            on conflict (scope) do update set fingerprint = excluded.fingerprint, sealed = excluded.sealed,
                expires_at = excluded.expires_at""";

    /**
     * Whether this transaction alone is at work in the scope. The lock falls with the transaction, also where the process
     * dies: no request is left "in flight" for ever. Two scopes may share a lock once in four thousand million.
     */
    boolean lock(String scope) {
        return session().doReturningWork(connection -> {
            try (var lock = connection.prepareStatement(LOCK)) {
                lock.setInt(1, LOCKS);
                lock.setString(2, scope);
                try (var answer = lock.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        });
    }

    /** Keeps a reply, in the place of one that has expired where there is such. */
    void keep(IdempotentReply reply) {
        session().doWork(connection -> {
            try (var insert = connection.prepareStatement(KEEP)) {
                insert.setString(1, reply.scope());
                insert.setBytes(2, reply.fingerprint());
                insert.setBytes(3, reply.sealed());
                insert.setObject(4, reply.expiresAt().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    int forget(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from idempotent_reply where ctid in (
                            select ctid from idempotent_reply where expires_at <= ?1 limit ?2)""")
                .setParameter(1, now)
                .setParameter(2, limit)
                .executeUpdate();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
