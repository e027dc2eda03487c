package org.centrallobby.letter.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.similarity.Fingerprint;

/** Counts what letters have in common. Names, addresses and texts are not read. */
@ApplicationScoped
class NewestLetters {
    /** What a letter has, by the kind of alarm that looks at it; null where it has none. */
    private static final String SUBJECT = """
            case cast(:kind as text) when 'NETWORK' then network when 'EMAIL_DOMAIN' then split_part(email, '@', 2)
                                     else constituency end""";

    private static final String CLUSTERS = """
            with recent as (
                select campaign, %s as trait, count(*) as letters from letter
                where id >= :since and invalidated_at is null group by campaign, trait
            ), whole as (select campaign, sum(letters) as letters from recent group by campaign)
            select recent.campaign, recent.trait, recent.letters, whole.letters as of_letters
            from recent join whole using (campaign)
            where recent.trait is not null and recent.letters >= :least and recent.letters >= :share * whole.letters
            """.formatted(SUBJECT);

    /** Bounded, so that a look does not last the longer the more letters there have been. */
    private static final String USUAL = """
            select cast(coalesce(avg(case when trait = :subject then 1.0 else 0.0 end), 0) as double precision)
            from (select %s as trait from letter where id < :since and %s order by id desc limit 10000) as earlier
            where trait is not null""";

    private static final int COMPARED = 200;
    private static final double THE_SAME = 0.9;

    private final EntityManager database;

    NewestLetters(EntityManager database) {
        this.database = database;
    }

    /**
     * What makes up so large a share of a campaign's letters.
     *
     * @param kind what is looked at; not for {@link AlarmKind#ALIKE}
     * @param since the smallest id of the letters that are looked at
     */
    List<Cluster> clusters(AlarmKind kind, UUID since, int least, double share) {
        List<?> rows = database.createNativeQuery(CLUSTERS, Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("since", since)
                .setParameter("least", least)
                .setParameter("share", share)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Cluster(
                        row.get("campaign", UUID.class),
                        kind,
                        row.get("trait", String.class),
                        row.get("letters", Number.class).longValue(),
                        row.get("of_letters", Number.class).longValue(),
                        null))
                .toList();
    }

    /** The share that the same had of the letters before; 0 where there were none. */
    double usualShare(Cluster cluster, UUID since) {
        var platform = cluster.kind() == AlarmKind.EMAIL_DOMAIN;
        var query = database.createNativeQuery(
                        USUAL.formatted(SUBJECT, platform ? "true" : "campaign = :campaign"), Double.class)
                .setParameter("kind", cluster.kind().name())
                .setParameter("subject", cluster.subject())
                .setParameter("since", since);
        if (!platform) {
            query.setParameter("campaign", cluster.campaign());
        }
        return (Double) query.getSingleResult();
    }

    /** Campaigns with at least so many new letters that have words of their own. */
    List<UUID> campaigns(UUID since, int least) {
        List<?> rows = database.createNativeQuery("""
                        select campaign from letter
                        where id >= :since and own_words > 0 and fingerprint is not null and invalidated_at is null
                        group by campaign having count(*) >= :least""", UUID.class)
                .setParameter("since", since)
                .setParameter("least", least)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /**
     * The most letters that say the same among the newest ones of a campaign that have words of their own. That many send the
     * organisation's words unchanged is what campaigns are like; that many have the same idea of their own is not.
     */
    Optional<Cluster> alike(UUID campaign, UUID since) {
        List<?> rows = database.createNativeQuery("""
                        select id, fingerprint from letter
                        where campaign = :campaign and id >= :since and own_words > 0 and fingerprint is not null
                          and invalidated_at is null
                        order by id desc limit :most""", Tuple.class)
                .setParameter("campaign", campaign)
                .setParameter("since", since)
                .setParameter("most", COMPARED)
                .getResultList();
        var letters = rows.stream()
                .map(Tuple.class::cast)
                .map(row ->
                        new Measured(row.get("id", UUID.class), Fingerprint.read(row.get("fingerprint", byte[].class))))
                .toList();
        List<UUID> largest = List.of();
        for (var letter : letters) {
            var same = new ArrayList<UUID>();
            letters.stream().filter(letter::saysTheSame).map(Measured::id).forEach(same::add);
            largest = same.size() > largest.size() ? same : largest;
        }
        return largest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cluster(campaign, AlarmKind.ALIKE, "", largest.size(), letters.size(), largest));
    }

    private record Measured(UUID id, Fingerprint fingerprint) {
        boolean saysTheSame(Measured other) {
            return fingerprint.shareIn(other.fingerprint) >= THE_SAME
                    && other.fingerprint.shareIn(fingerprint) >= THE_SAME;
        }
    }
}
