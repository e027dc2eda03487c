package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Notes each confirmed letter in the transaction that confirms it: rows that are only added, so that no two letters wait for each other. */
@ApplicationScoped
public class CountJournal {
    private final EntityManager database;

    CountJournal(EntityManager database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID campaign, String constituency) {
        database.createNativeQuery("insert into letter_count_journal (campaign, constituency) values (?1, ?2)")
                .setParameter(1, campaign)
                .setParameter(2, constituency)
                .executeUpdate();
    }

    /** Moves the oldest notes into the sums; how many it moved. Whoever reads meanwhile sees each note once, here or there. */
    int fold(int limit) {
        return ((Number) database.createNativeQuery("""
                        with taken as (
                            delete from letter_count_journal where position in (
                                select position from letter_count_journal order by position limit ?1)
                            returning campaign, constituency
                        ), folded as (
                            insert into letter_count as sums (campaign, constituency, confirmed)
                            select campaign, constituency, count(*) from taken group by campaign, constituency
                            on conflict (campaign, constituency)
                            do update set confirmed = sums.confirmed + excluded.confirmed
                        )
                        select count(*) from taken""").setParameter(1, limit).getSingleResult()).intValue();
    }
}
