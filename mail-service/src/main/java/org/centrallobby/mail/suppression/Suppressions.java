package org.centrallobby.mail.suppression;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All entries, also those that have run out and were not purged yet. */
@ApplicationScoped
class Suppressions implements PanacheRepositoryBase<Suppression, UUID> {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final int PURGED_AT_ONCE = 1000;

    private final Session database;

    Suppressions(Session database) {
        this.database = database;
    }

    /** What an entry is made of. */
    record Entry(
            @Nullable UUID organisation,
            UUID mailbox,
            String shown,
            SuppressionReason reason,
            @Nullable UUID evidence,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /**
     * Adds an entry. Where there is one of that mailbox, organisation and reason it is kept, with the later end and the
     * newer evidence.
     *
     * @return its id, and whether it is new
     */
    Added add(Entry entry) {
        var row = (Object[]) database.createNativeQuery("""
                        insert into suppression as present
                               (id, organisation, mailbox, shown, reason, covers, evidence, created_at, expires_at)
                        values (:id, :organisation, :mailbox, :shown, :reason, :covers, :evidence, :at, :until)
                            on conflict on constraint suppression_once do update
                           set evidence = coalesce(excluded.evidence, present.evidence),
                               expires_at = case when present.expires_at is null or excluded.expires_at is null then null
                                                 else greatest(present.expires_at, excluded.expires_at) end
                        returning id, xmax = 0""", Object[].class)
                .setParameter("id", IDS.generate())
                .setParameter("organisation", entry.organisation(), UUID.class)
                .setParameter("mailbox", entry.mailbox())
                .setParameter("shown", entry.shown())
                .setParameter("reason", entry.reason().word())
                .setParameter("covers", entry.reason().covers())
                .setParameter("evidence", entry.evidence(), UUID.class)
                .setParameter("at", entry.createdAt())
                .setParameter("until", entry.expiresAt(), Instant.class)
                .getSingleResult();
        return new Added((UUID) row[0], (Boolean) row[1]);
    }

    record Added(UUID id, boolean isNew) {}

    /** What is held back from a mailbox now, by whomever. */
    List<Suppression> of(UUID mailbox, Instant now) {
        return list("mailbox = ?1 and (expiresAt is null or expiresAt > ?2) order by id", mailbox, now);
    }

    /** A page in the order of their making, the newest first. */
    List<Suppression> page(
            @Nullable UUID organisation, @Nullable SuppressionReason reason, @Nullable UUID before, int limit) {
        var where = new StringBuilder("1 = 1");
        var parameters = new io.quarkus.panache.common.Parameters();
        if (organisation != null) {
            where.append(" and organisation = :organisation");
            parameters.and("organisation", organisation);
        }
        if (reason != null) {
            where.append(" and reason = :reason");
            parameters.and("reason", reason.word());
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.and("before", before);
        }
        return find(where + " order by id desc", parameters).page(0, limit).list();
    }

    /** Removes what has run out, some at a time. */
    int purge(Instant now) {
        return database.createNativeQuery("""
                        delete from suppression where id in (
                            select id from suppression where expires_at <= :now limit :limit for update skip locked)""")
                .setParameter("now", now)
                .setParameter("limit", PURGED_AT_ONCE)
                .executeUpdate();
    }
}
