package org.centrallobby.letter.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.supporter.Person;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Letters implements PanacheRepositoryBase<Letter, UUID> {
    /** The letter, for this transaction alone until it ends. */
    Optional<Letter> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The letter, if it is this tenant's. Here and nowhere else an organisation's programs get at a letter by its id;
     * another's does not exist for them.
     */
    Letter ownedBy(Tenant tenant, UUID id) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", id, tenant.organisation(), tenant.mode())
                .firstResultOptional()
                .orElseThrow(Letters::unknown);
    }

    /** The same, for a change: whoever else wants to change it waits for the end of this transaction. */
    Letter lockedOf(Tenant tenant, UUID id) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", id, tenant.organisation(), tenant.mode())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Letters::unknown);
    }

    private static Failure unknown() {
        return new Failure(ProblemType.NOT_FOUND, "Your organisation has no letter with this id.");
    }

    /** The letter that went out as this mail, locked. */
    Optional<Letter> lockedByMail(UUID mail) {
        return find("mail", mail).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Letter> byPageToken(String hash) {
        return find("pageToken", hash).firstResultOptional();
    }

    /** Whether the person has a letter to this member in this campaign that leaves no room for another. */
    boolean isWritten(UUID campaign, int member, Person person) {
        return count("campaign = ?1 and member = ?2 and person = ?3 and bars = true", campaign, member, person.key())
                > 0;
    }

    List<UUID> overdue(Instant now, int limit) {
        return ids("select id from Letter where deadline <= ?1 order by deadline", limit, now);
    }

    /** Letters that wait for nothing but a member, where one is there now who takes e-mail. The state is a literal, for the partial index. */
    List<UUID> releasable(int limit) {
        return ids("""
                select l.id from Letter l join Seat s on s.constituency = l.constituency join Campaign c on c.id = l.campaign
                where l.state = org.centrallobby.letter.letter.LetterState.HELD and l.needsPerson = false
                  and c.state <> org.centrallobby.letter.campaign.CampaignState.PAUSED
                  and s.status = org.centrallobby.letter.lookup.SeatStatus.FILLED
                  and s.member.delivery = org.centrallobby.letter.lookup.Delivery.EMAIL and s.member.email is not null
                order by l.stateSince""", limit);
    }

    /** Letters that reached their end before then and still hold their text. */
    List<UUID> erasable(Collection<LetterState> ends, Instant before, int limit) {
        return ids(
                "select id from Letter where erasedAt is null and state in ?1 and stateSince <= ?2 order by stateSince",
                limit,
                ends,
                before);
    }

    /** A page of a campaign's letters, newest first. */
    List<Letter> page(UUID campaign, LetterFilter filter, @Nullable UUID before, int limit) {
        var conditions = new LetterConditions(campaign);
        conditions.add("state = :state", "state", filter.inState());
        conditions.add("constituency = :constituency", "constituency", filter.constituency());
        conditions.add("member = :member", "member", filter.member());
        conditions.add("site = :site", "site", filter.site());
        conditions.add("channel = :channel", "channel", filter.channel());
        // The state is a literal, for the partial index.
        conditions.add(
                "state = org.centrallobby.letter.letter.LetterState.HELD and reason = :heldFor",
                "heldFor",
                filter.heldFor());
        conditions.writtenBetween(filter.since(), filter.until());
        conditions.add("id < :before", "before", before);
        return find(conditions.query() + " order by id desc", conditions.values())
                .page(0, limit)
                .list();
    }

    private List<UUID> ids(String query, int limit, Object... values) {
        var selection = getEntityManager().createQuery(query, UUID.class).setMaxResults(limit);
        for (var position = 0; position < values.length; position++) {
            selection.setParameter(position + 1, values[position]);
        }
        return selection.getResultList();
    }
}
