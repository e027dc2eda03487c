package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.campaign.Progress;

/** Counts confirmed letters: the sums and what is not folded into them yet, in one statement, so that nothing is seen twice. */
@ApplicationScoped
class LetterCounts implements Progress {
    private static final String BOTH = """
            select constituency, confirmed from letter_count where campaign = :campaign
            union all
            select constituency, count(*) from letter_count_journal where campaign = :campaign group by constituency""";

    private final EntityManager database;

    LetterCounts(EntityManager database) {
        this.database = database;
    }

    @Override
    public long confirmed(UUID campaign) {
        return ((Number) database.createNativeQuery(
                                "select coalesce(sum(confirmed), 0) from (%s) as counts".formatted(BOTH))
                        .setParameter("campaign", campaign)
                        .getSingleResult())
                .longValue();
    }

    /** Every constituency with a confirmed letter, in the order of their names; at most one row for each seat there is. */
    List<ConstituencyCount> byConstituency(UUID campaign) {
        List<?> rows = database.createNativeQuery("""
                        select counts.constituency as code, coalesce(seat.name, counts.constituency) as name,
                               sum(counts.confirmed) as confirmed
                        from (%s) as counts left join seat on seat.constituency = counts.constituency
                        group by 1, 2 order by 2, 1""".formatted(BOTH), Tuple.class)
                .setParameter("campaign", campaign)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new ConstituencyCount(
                        row.get("code", String.class),
                        row.get("name", String.class),
                        row.get("confirmed", Number.class).longValue()))
                .toList();
    }
}
