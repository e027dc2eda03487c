package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Notes the steps of letters in the transactions that take them: rows that are only added, so that no two letters wait for each other. */
@ApplicationScoped
public class CountJournal {
    /** States that no count looks at: a letter on its way is one that was confirmed and has not come anywhere yet. */
    private static final Set<LetterState> UNCOUNTED = EnumSet.of(LetterState.QUEUED, LetterState.DEFERRED);

    private static final String NOTE = """
            insert into letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state, to_state,
                                             at, written_at, confirmed_at, weight, copied)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)""";

    private static final String TAKE_BACK = """
            insert into letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state, to_state,
                                             at, written_at, confirmed_at, weight, copied)
            select letter.campaign, letter.constituency, coalesce(step.member, letter.member), letter.site, letter.channel, letter.own_words,
                   lag(step.state) over history, step.state, step.at,
                   letter.written_at, case when step.at >= letter.confirmed_at then letter.confirmed_at end, -1,
                   cast(step.state = 'SENT_BY_WRITER' and step.detail = 'copy' as integer)
                   - coalesce(lag(cast(step.state = 'SENT_BY_WRITER' and step.detail = 'copy' as integer)) over history, 0)
            from letter_history step join letter on letter.id = step.letter
            where letter.id = any (:letters)
            window history as (partition by step.letter order by step.position)""";

    private static final String FOLD = """
            with taken as (
                select position from letter_step_journal order by position limit :limit for update skip locked
            ), folded as (
                insert into letter_count as sums
                select campaign, dimension, key, sum(written), sum(confirmed), sum(sent), sum(held), sum(settled),
                       sum(bounced), sum(failed), sum(recalled), sum(lapsed), sum(edited), sum(own_words),
                       sum(awaiting_sender), sum(own_mailbox), sum(copied)
                from letter_step_count join taken using (position) group by campaign, dimension, key
                order by campaign, dimension, key
                on conflict (campaign, dimension, key) do update set
                    written = sums.written + excluded.written, confirmed = sums.confirmed + excluded.confirmed,
                    sent = sums.sent + excluded.sent, held = sums.held + excluded.held,
                    settled = sums.settled + excluded.settled, bounced = sums.bounced + excluded.bounced,
                    failed = sums.failed + excluded.failed, recalled = sums.recalled + excluded.recalled,
                    lapsed = sums.lapsed + excluded.lapsed, edited = sums.edited + excluded.edited,
                    own_words = sums.own_words + excluded.own_words,
                    awaiting_sender = sums.awaiting_sender + excluded.awaiting_sender,
                    own_mailbox = sums.own_mailbox + excluded.own_mailbox, copied = sums.copied + excluded.copied
            ), emptied as (
                delete from letter_step_journal using taken where letter_step_journal.position = taken.position
            )
            select count(*) from taken""";

    private final EntityManager database;

    CountJournal(EntityManager database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void note(@Observes LetterStepTaken step) {
        if (!step.counted() || UNCOUNTED.contains(step.to())) {
            return;
        }
        var from = step.from();
        // Past Hibernate: what else the transaction has to write can wait for its end, all at once.
        database.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(NOTE)) {
                insert.setObject(1, step.campaign());
                insert.setString(2, step.constituency());
                insert.setInt(3, step.member());
                insert.setString(4, step.site());
                insert.setString(5, step.channel());
                insert.setInt(6, step.ownWords());
                insert.setString(7, from == null ? null : from.name());
                insert.setString(8, step.to().name());
                insert.setObject(9, utc(step.at()));
                insert.setObject(10, utc(step.writtenAt()));
                insert.setObject(11, utc(step.confirmedAt()));
                insert.setInt(12, copied(step.ownMailbox()) - copied(step.ownMailboxBefore()));
                insert.executeUpdate();
            }
        });
    }

    private static int copied(@Nullable String ownMailbox) {
        return "copy".equals(ownMailbox) ? 1 : 0;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * Takes back all that these letters have counted for so far, hour by hour, as their histories tell it. What they do from
     * then on must not be noted, see {@link LetterStepTaken#counted}.
     *
     * @param letters locked by this transaction, so that none of them takes a step meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Collection<UUID> letters) {
        database.createNativeQuery(TAKE_BACK)
                .setParameter("letters", letters.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * Moves the oldest notes into the sums; how many it moved. One statement, so that whoever reads meanwhile sees each note
     * once, here or there, and a crash leaves it where it was. In one order, so that two at a time wait and do not block each other.
     */
    int fold(int limit) {
        return ((Number) database.createNativeQuery(FOLD)
                        .setParameter("limit", limit)
                        .getSingleResult())
                .intValue();
    }
}
