package org.centrallobby.letter.supporter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.privacy.Subject;

/** The evidence of who agreed to what. */
@ApplicationScoped
public class Consents implements PanacheRepositoryBase<Consent, UUID> {
    /** Records a choice, now that the address behind it has proved to be the supporter's. */
    public void record(
            UUID letter,
            UUID campaign,
            UUID organisation,
            ConsentChoice choice,
            String name,
            String email,
            Instant now) {
        persist(new Consent(letter, campaign, organisation, choice, name, email, now));
    }

    /** What was chosen beside a letter; empty where nothing was asked. */
    public Optional<ConsentRecord> of(UUID letter) {
        return findByIdOptional(letter).map(Consent::record);
    }

    /** Lets no consent stand that was given beside one of these letters. */
    public void invalidate(Collection<UUID> letters, Instant now) {
        find("letter in ?1 order by letter", letters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(consent -> consent.invalidate(now));
    }

    /** All that are known to be the subject's. */
    List<Consent> of(Subject subject) {
        return list(
                "mailbox in ?1 and (?2 = true or person in ?3) order by letter",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody());
    }

    /** The same, for a change, as they are now: this transaction may have looked at them before they were locked. */
    List<Consent> lockedOf(Subject subject) {
        var found = of(subject);
        found.forEach(consent -> getEntityManager().refresh(consent, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    long search(Subject subject, Collection<UUID> letters) {
        return count(
                "(mailbox in ?1 and (?2 = true or person in ?3)) or (letter in ?4 and"
                        + " (mailbox is not null or person is not null or name is not null or email is not null))",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody(),
                letters);
    }

    /** Forgets by which hashes they would be recognised whose consent has not stood since before then. */
    List<Tenant> forgetPeople(Instant before, int limit) {
        return tenants("""
                update consent n set mailbox = null, person = null from campaign c
                 where c.id = n.campaign and n.letter in (
                     select letter from consent
                      where mailbox is not null and (not given or withdrawn_at is not null)
                        and coalesce(withdrawn_at, confirmed_at) <= ?1
                      order by coalesce(withdrawn_at, confirmed_at) limit ?2)
                returning c.organisation as organisation, c.mode as mode""", before, limit);
    }

    /** Forgets what has not stood since before then. */
    List<Tenant> forgetEvidence(Instant before, int limit) {
        return tenants("""
                delete from consent n using campaign c
                 where c.id = n.campaign and n.letter in (
                     select letter from consent
                      where (not given or withdrawn_at is not null) and coalesce(withdrawn_at, confirmed_at) <= ?1
                      order by coalesce(withdrawn_at, confirmed_at) limit ?2)
                returning c.organisation as organisation, c.mode as mode""", before, limit);
    }

    private List<Tenant> tenants(String sql, Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery(sql, Tuple.class)
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList()
                .stream()
                .map(row ->
                        new Tenant(((Tuple) row).get(0, UUID.class), Mode.valueOf(((Tuple) row).get(1, String.class))))
                .toList();
    }
}
