package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.letter.organisation.Owned;
import org.centrallobby.letter.privacy.Subject;
import org.centrallobby.letter.supporter.Person;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Letters implements Owned<Letter> {
    /** That nothing is waited for any more, see {@link LetterLifecycle#isFinal}: literals, for the partial indexes. */
    static final String ENDED = Arrays.stream(LetterState.values())
            .filter(LetterLifecycle::isFinal)
            .map(state -> LetterState.class.getName() + "." + state.name())
            .collect(Collectors.joining(", ", "state in (", ")"));

    @Override
    public String noun() {
        return "letter";
    }

    /** The letter, for this transaction alone until it ends. */
    Optional<Letter> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The letter that went out as this mail, locked. */
    Optional<Letter> lockedByMail(UUID mail) {
        return find("mail", mail).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Holds it as it is now; this transaction may have looked at it before. */
    Letter hold(Letter letter) {
        getEntityManager().refresh(letter, LockModeType.PESSIMISTIC_WRITE);
        return letter;
    }

    Optional<Letter> byPageToken(String hash) {
        return find("pageToken", hash).firstResultOptional();
    }

    /** A letter that leaves no room for another of the same person, and the way it went. */
    record Barring(UUID id, Way way) {}

    /**
     * The letter of the person to this member in this campaign that leaves no room for another. Every letter asks it: not as a
     * count, for which Hibernate makes its SQL anew each time.
     */
    Optional<Barring> barring(UUID campaign, int member, Person person) {
        return getEntityManager()
                .createQuery(
                        "select id, way from Letter where campaign = ?1 and member = ?2 and person = ?3 and bars = true",
                        Barring.class)
                .setParameter(1, campaign)
                .setParameter(2, member)
                .setParameter(3, person.key())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
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
    List<UUID> erasable(Instant before, int limit) {
        return ids(
                "select id from Letter where erasedAt is null and " + ENDED
                        + " and stateSince <= ?1 order by stateSince",
                limit,
                before);
    }

    /** Letters that reached their end before then and are still somebody's. */
    List<UUID> withWriter(Instant before, int limit) {
        return ids(
                "select id from Letter where mailbox <> '' and " + ENDED + " and stateSince <= ?1 order by stateSince",
                limit,
                before);
    }

    /** Letters that were written before then and of whose network something is known. */
    List<UUID> withNetwork(Instant before, int limit) {
        return ids(
                "select id from Letter where network is not null and writtenAt <= ?1 order by writtenAt",
                limit,
                before);
    }

    /** Whatever is known to be the subject's, the oldest first. */
    List<Letter> of(Subject subject) {
        return list(
                "mailbox in ?1 and (?2 = true or person in ?3) order by id",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody());
    }

    /** The same, for a change, as they are now: this transaction may have looked at them before they were locked. */
    List<Letter> lockedOf(Subject subject) {
        var found = of(subject);
        found.forEach(this::hold);
        return found;
    }

    /** How many are the subject's, or are among these and hold anything of anybody. */
    long search(Subject subject, Collection<UUID> rows) {
        return count(
                "(mailbox in ?1 and (?2 = true or person in ?3)) or (id in ?4 and (mailbox <> '' or subject is not null"
                        + " or body is not null or text is not null or fingerprint is not null or network is not null"
                        + " or pageToken is not null or invitedBy is not null or writer.name is not null or writer.email is not null"
                        + " or writer.address is not null or writer.postcode is not null or consentWording is not null))",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody(),
                rows);
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
