package org.centrallobby.letter.supporter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.privacy.Subject;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;

/** Those whom organisations brought along from other systems. Whose a row is says the hash of the mailbox within the organisation. */
@ApplicationScoped
public class Supporters implements PanacheRepositoryBase<Supporter, UUID> {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final InstantSource clock;

    Supporters(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes somebody in, or takes over what has changed about them. The same person is known by name and address, and else
     * by what the other system calls them.
     *
     * @return their id; empty where the reader of this mailbox has said that they want to hear no more: nothing is kept
     */
    @Transactional
    public Optional<UUID> take(Tenant tenant, BroughtSupporter brought) {
        lock(tenant);
        var person = Person.of(tenant.organisation(), brought.email(), brought.name());
        if (hasWithdrawn(tenant, brought.email(), person)) {
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var known = recognised(tenant, person).or(() -> called(tenant, brought.identifiers()));
        if (known.filter(Supporter::hasWithdrawn).isPresent()) {
            return Optional.empty();
        }
        var supporter = known.orElseGet(() -> new Supporter(IDS.generate(), tenant, brought, person, now));
        supporter.update(brought, person, now);
        persistAndFlush(supporter);
        brought.identifiers().forEach(identifier -> call(tenant, supporter, identifier));
        return Optional.of(supporter.id());
    }

    /** Notes that the subject wants to hear no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Subject subject) {
        lock(subject.tenant());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        of(subject).stream()
                .filter(supporter -> !supporter.hasWithdrawn())
                .forEach(supporter -> supporter.withdraw(now));
    }

    /** All that are known to be the subject's. */
    List<Supporter> of(Subject subject) {
        return list(
                "organisation = ?1 and mode = ?2 and mailbox in ?3 and (?4 = true or person in ?5) order by id",
                subject.tenant().organisation(),
                subject.tenant().mode(),
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody());
    }

    /** Forgets those who have wanted to hear no more since before then, and what other systems call them. */
    List<Tenant> forgetWithdrawn(Instant before, int limit) {
        var old = find("withdrawnAt <= ?1 order by withdrawnAt", before)
                .page(0, limit)
                .list();
        old.forEach(this::delete);
        return old.stream().map(Supporter::tenant).toList();
    }

    /** How many names of other systems these have. */
    long identifiersOf(Collection<UUID> supporters) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from supporter_identifier where supporter in (?1)")
                        .setParameter(1, supporters)
                        .getSingleResult())
                .longValue();
    }

    /** What other systems call them, in the order of the alphabet; a row is the supporter's id and one of these. */
    public List<Object[]> identifiers(Collection<UUID> supporters) {
        return supporters.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createNativeQuery(
                                "select supporter, identifier from supporter_identifier where supporter in (?1) order by identifier",
                                Object[].class)
                        .setParameter(1, supporters)
                        .getResultList();
    }

    /** Two requests at once must not take in the same person twice. */
    private void lock(Tenant tenant) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(7040, hashtext(?1))")
                .setParameter(1, tenant.toString())
                .getSingleResult();
    }

    private boolean hasWithdrawn(Tenant tenant, EmailAddress email, Person person) {
        return count(
                                "organisation = ?1 and mode = ?2 and mailbox = ?3 and withdrawnAt is not null",
                                tenant.organisation(),
                                tenant.mode(),
                                person.mailbox())
                        > 0
                || hasWithdrawnByLetter(tenant, email);
    }

    /** Beside a letter people are known by a hash that holds the campaign's id; so there is one to look for in each. */
    private boolean hasWithdrawnByLetter(Tenant tenant, EmailAddress email) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from campaign c
                            join consent k on k.withdrawn_at is not null
                             and k.mailbox = encode(sha256(convert_to(c.id || chr(10) || ?3, 'UTF8')), 'hex')
                            where c.organisation = ?1 and c.mode = ?2)""")
                .setParameter(1, tenant.organisation())
                .setParameter(2, tenant.mode().name())
                .setParameter(3, email.canonical())
                .getSingleResult();
    }

    private Optional<Supporter> recognised(Tenant tenant, Person person) {
        return find(
                        "organisation = ?1 and mode = ?2 and mailbox = ?3 and person = ?4",
                        tenant.organisation(),
                        tenant.mode(),
                        person.mailbox(),
                        person.key())
                .firstResultOptional();
    }

    private Optional<Supporter> called(Tenant tenant, Collection<String> identifiers) {
        if (identifiers.isEmpty()) {
            return Optional.empty();
        }
        var named = getEntityManager()
                .createNativeQuery("""
                        select distinct supporter from supporter_identifier
                        where organisation = ?1 and mode = ?2 and identifier in (?3)""", UUID.class)
                .setParameter(1, tenant.organisation())
                .setParameter(2, tenant.mode().name())
                .setParameter(3, identifiers)
                .getResultList();
        if (named.size() > 1) {
            throw taken();
        }
        return named.stream().findFirst().map(id -> findById((UUID) id));
    }

    private void call(Tenant tenant, Supporter supporter, String identifier) {
        var owner = getEntityManager()
                .createNativeQuery("""
                        insert into supporter_identifier (organisation, mode, identifier, supporter)
                        values (?1, ?2, ?3, ?4)
                        on conflict (organisation, mode, identifier) do update set identifier = excluded.identifier
                        returning supporter""", UUID.class)
                .setParameter(1, tenant.organisation())
                .setParameter(2, tenant.mode().name())
                .setParameter(3, identifier)
                .setParameter(4, supporter.id())
                .getSingleResult();
        if (!supporter.id().equals(owner)) {
            throw taken();
        }
    }

    private static Failure taken() {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError(
                        "#/person/identifiers", "One of these identifiers stands for somebody else already.")));
    }
}
