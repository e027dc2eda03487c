package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.letter.campaign.Progress;
import org.centrallobby.letter.platform.ShownFor;
import org.centrallobby.letter.platform.StatisticsConfig;

/** Counts letters: the sums and what is not folded into them yet, in one statement, so that nothing is seen twice. */
@ApplicationScoped
class LetterCounts implements Progress {
    private static final String COUNTS = """
            select dimension, key, sum(written) as written, sum(confirmed) as confirmed, sum(sent) as sent,
                   sum(held) as held, sum(settled) as settled, sum(bounced) as bounced, sum(failed) as failed,
                   sum(recalled) as recalled, sum(lapsed) as lapsed, sum(edited) as edited, sum(own_words) as own_words,
                   sum(awaiting_sender) as awaiting_sender, sum(own_mailbox) as own_mailbox, sum(copied) as copied
            from (select dimension, key, written, confirmed, sent, held, settled, bounced, failed, recalled, lapsed, edited,
                         own_words, awaiting_sender, own_mailbox, copied
                  from letter_count where campaign = :campaign and dimension in (:dimensions)
                  union all
                  select dimension, key, written, confirmed, sent, held, settled, bounced, failed, recalled, lapsed, edited,
                         own_words, awaiting_sender, own_mailbox, copied
                  from letter_step_count where campaign = :campaign and dimension in (:dimensions)) as counts
            group by dimension, key order by dimension, key""";

    private final EntityManager database;
    private final ShownFor<UUID, Counts> shown;

    LetterCounts(EntityManager database, StatisticsConfig config) {
        this.database = database;
        this.shown = new ShownFor<>(config);
    }

    @Override
    public long confirmed(UUID campaign) {
        return shownTotal(campaign).standing();
    }

    /** The campaign as a whole, as the public is shown it: exact to a second. */
    Counts shownTotal(UUID campaign) {
        return shown.of(campaign, () -> of(campaign, Dimension.ALL).total());
    }

    /** The counts by these dimensions, exact. */
    CampaignCounts of(UUID campaign, Dimension... dimensions) {
        List<?> rows = database.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("campaign", campaign)
                .setParameter(
                        "dimensions",
                        Arrays.stream(dimensions).map(Dimension::column).toList())
                .getResultList();
        return new CampaignCounts(rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> Dimension.ofColumn(row.get("dimension", String.class)),
                        Collectors.mapping(LetterCounts::counts, Collectors.toList()))));
    }

    private static Counts counts(Tuple row) {
        return new Counts(
                row.get("key", String.class),
                number(row, "written"),
                number(row, "confirmed"),
                number(row, "sent"),
                number(row, "held"),
                number(row, "settled"),
                number(row, "bounced"),
                number(row, "failed"),
                number(row, "recalled"),
                number(row, "lapsed"),
                number(row, "edited"),
                number(row, "own_words"),
                number(row, "awaiting_sender"),
                number(row, "own_mailbox"),
                number(row, "copied"));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
