package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.supporter.Consents;
import org.jspecify.annotations.Nullable;

/** Finds the letters that a decision is about, and does with them what was decided. */
@ApplicationScoped
public class ChosenLetters {
    private final Letters letters;
    private final LetterSteps steps;
    private final LetterRecall recall;
    private final OneEach oneEach;
    private final Consents consents;
    private final EntityManager database;

    ChosenLetters(
            Letters letters,
            LetterSteps steps,
            LetterRecall recall,
            OneEach oneEach,
            Consents consents,
            EntityManager database) {
        this.letters = letters;
        this.steps = steps;
        this.recall = recall;
        this.oneEach = oneEach;
        this.consents = consents;
        this.database = database;
    }

    /** How many letters of one constituency stand in one state. */
    public record Part(String constituency, LetterState state, long letters) {}

    /** What became of letters; each is counted under all that applies. */
    public record Tally(long confirmed, long recalled, long recallAsked, long lapsed, long sent) {}

    /** How many letters the choice is about now, by constituency and state. */
    @Transactional
    public List<Part> count(LetterChoice choice) {
        List<?> rows = query(
                        "select constituency, state, count(*) as letters from letter where %s"
                                + " group by constituency, state order by constituency, state",
                        conditions(choice))
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Part(
                        row.get("constituency", String.class),
                        LetterState.valueOf(row.get("state", String.class)),
                        row.get("letters", Number.class).longValue()))
                .toList();
    }

    /**
     * The next letters of a choice by their ids, for this transaction alone until it ends.
     *
     * @param after the last one that was found before; null to begin
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> lockNext(LetterChoice choice, @Nullable UUID after, int limit) {
        var conditions = conditions(choice);
        conditions.add("id > :after", "after", after);
        List<?> rows = query("select id from letter where %s order by id limit " + limit + " for update", conditions)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> row.get("id", UUID.class))
                .toList();
    }

    /** The network that a letter of the campaign came from, as long as that is known. */
    @Transactional
    public Optional<String> networkOf(UUID campaign, UUID letter) {
        return letters.find("id = ?1 and campaign = ?2", letter, campaign)
                .firstResultOptional()
                .map(Letter::network);
    }

    /** Takes these letters back, or asks for them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Tally recall(Collection<UUID> locked) {
        var tally = new Counting(RecallReason.BY_ORGANISATION);
        for (var letter : letters.list("id in ?1 order by id", locked)) {
            recall.of(letter, RecallReason.BY_ORGANISATION);
            tally.add(letter);
        }
        return tally.sum();
    }

    /**
     * Marks these letters as nobody's. What waits for its writer lapses and is erased, what was not sent is taken back, and
     * what was sent stays sent; consents that were given beside them do not stand. Who confirmed one of them can confirm no
     * other to the same member.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Tally invalidate(Collection<UUID> locked) {
        var tally = new Counting(RecallReason.INVALIDATED);
        var chosen = letters.list("id in ?1 order by id", locked);
        var now = steps.now();
        // All of them first: a step of one may lead to a step of another, which must not be counted either.
        chosen.forEach(letter -> letter.invalidate(now));
        for (var letter : chosen) {
            if (steps.take(letter, LetterState.LAPSED, RecallReason.INVALIDATED.wireName())) {
                letter.eraseAll(now);
                tally.lapsed++;
            } else {
                recall.of(letter, RecallReason.INVALIDATED);
                bar(letter);
            }
            steps.announceInvalidation(letter, now);
            tally.add(letter);
        }
        consents.invalidate(locked, steps.now());
        return tally.sum();
    }

    /** One that was taken back before it was found out bars nobody yet; another of the same person may do so by now. */
    private void bar(Letter letter) {
        if (letter.way() == Way.PLATFORM
                && letter.confirmedAt() != null
                && !letter.bars()
                && !letter.person().key().isEmpty()
                && oneEach.claim(letter, letter.member())) {
            letter.bar();
        }
    }

    private static final class Counting {
        private final RecallReason why;
        private long confirmed;
        private long recalled;
        private long recallAsked;
        private long lapsed;
        private long sent;

        Counting(RecallReason why) {
            this.why = why;
        }

        void add(Letter letter) {
            confirmed += letter.confirmedAt() == null ? 0 : 1;
            switch (letter.state()) {
                case RECALLED -> recalled += letter.recallReason() == why ? 1 : 0;
                case CONFIRMED, QUEUED, DEFERRED -> recallAsked++;
                case SENT, SETTLED, BOUNCED, SENT_BY_WRITER -> sent++;
                case AWAITING_CONFIRMATION, AWAITING_SENDER, HELD, LAPSED, FAILED -> {}
            }
        }

        Tally sum() {
            return new Tally(confirmed, recalled, recallAsked, lapsed, sent);
        }
    }

    private Query query(String text, LetterConditions conditions) {
        var query = database.createNativeQuery(text.formatted(conditions.query()), Tuple.class);
        conditions.values().forEach(query::setParameter);
        return query;
    }

    private static LetterConditions conditions(LetterChoice choice) {
        var conditions = new LetterConditions(choice.campaign());
        switch (choice.purpose()) {
            // Literals, for the partial index.
            case RECALL -> {
                conditions.add("state in ('HELD', 'CONFIRMED', 'QUEUED', 'DEFERRED') and recall_asked_at is null");
                conditions.add("confirmed_at < :confirmedBefore", "confirmedBefore", choice.writtenBefore());
            }
            case INVALIDATION -> conditions.add("invalidated_at is null");
        }
        conditions.add("network = :network", "network", choice.network());
        conditions.add(
                "email is not null and split_part(email, '@', 2) = :emailDomain", "emailDomain", choice.emailDomain());
        conditions.add("constituency = :constituency", "constituency", choice.constituency());
        conditions.add(
                "id = any (:letters)",
                "letters",
                choice.letters() == null ? null : choice.letters().toArray(UUID[]::new));
        conditions.writtenBetween("written_at", choice.writtenAfter(), choice.writtenBefore());
        return conditions;
    }
}
