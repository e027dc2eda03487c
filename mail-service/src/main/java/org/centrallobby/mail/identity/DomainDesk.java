package org.centrallobby.mail.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.interfaces.EdECPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is done with organisations' domains; each method is one transaction, and none asks a name server. */
@ApplicationScoped
class DomainDesk {
    private static final Logger LOG = Logger.getLogger(DomainDesk.class);
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final int ED25519_OCTETS = 32;
    private static final String NO_SUCH_DOMAIN = "No domain of this id is registered.";

    private final RegisteredDomains domains;
    private final DomainKeys keys;
    private final DomainRecords records;
    private final KeySeal seal;
    private final IdentityConfig config;
    private final ObjectMapper json;
    private final InstantSource clock;

    DomainDesk(
            RegisteredDomains domains,
            DomainKeys keys,
            DomainRecords records,
            KeySeal seal,
            IdentityConfig config,
            ObjectMapper json,
            InstantSource clock) {
        this.domains = domains;
        this.keys = keys;
        this.records = records;
        this.seal = seal;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** A domain with the records that it needs. */
    record Registered(SendingDomain domain, boolean sends, List<DnsRecord> records, List<Finding> findings) {}

    /** Whether it is new, and what it is. */
    record Registration(boolean isNew, Registered registered) {}

    @Transactional
    Registration register(UUID organisation, String name) {
        domains.lock(name);
        var present = domains.byName(name);
        if (present.isPresent()) {
            if (!present.get().organisation().equals(organisation)) {
                throw new Failure(
                        ProblemType.INVALID_REQUEST,
                        "The domain belongs to another organisation: delete it there first.",
                        List.of(new FieldError("/domain", "is registered for another organisation")));
            }
            return new Registration(false, registered(present.get()));
        }
        var domain = new SendingDomain(IDS.generate(), organisation, name, clock.instant());
        domains.persist(domain);
        for (var algorithm : DkimAlgorithm.values()) {
            keys.persist(newKey(domain.id(), algorithm, DomainKey.Use.ACTIVE, 1));
            keys.persist(newKey(domain.id(), algorithm, DomainKey.Use.NEXT, 2));
        }
        LOG.infof("The domain %s was registered for organisation %s", name, organisation);
        return new Registration(true, registered(domain));
    }

    @Transactional
    List<Registered> page(@Nullable UUID organisation, @Nullable UUID after, int count) {
        return domains.page(organisation, after, count).stream()
                .map(this::registered)
                .toList();
    }

    @Transactional
    Registered one(UUID id) {
        return registered(found(id));
    }

    /** Takes down what a check found of the records that were asked for. */
    @Transactional
    Registered checked(UUID id, List<Finding> findings) {
        var domain = locked(id);
        var before = domain.state();
        var now = clock.instant();
        var allRight = findings.stream()
                .filter(finding -> finding.record().role().isNeededToSend())
                .allMatch(Finding::ok);
        domain.found(write(findings), allRight, now, now.plus(config.recheckInterval()));
        if (domain.state() != before) {
            LOG.infof("The domain %s is %s now", domain.domain(), domain.state().word());
        }
        return registered(domain);
    }

    /** A domain that is due to be looked at, for the caller alone for an hour. */
    @Transactional
    Optional<Registered> oneToCheck() {
        return domains.oneToCheck(clock.instant()).map(domain -> {
            domain.postpone(clock.instant().plus(DomainRecheck.AGAIN));
            return registered(domain);
        });
    }

    /**
     * The next key of each algorithm signs from now on, and there is a new next one.
     *
     * @throws Failure if the next keys' records were not found right by the last check
     */
    @Transactional
    Registered rotate(UUID id) {
        var domain = locked(id);
        var inUse = keys.inUse(id);
        var next = inUse.stream().filter(key -> key.use() == DomainKey.Use.NEXT).toList();
        var findings = read(domain.findings());
        if (!next.stream().allMatch(key -> isPublished(key, findings))) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "The records of the next keys were not found by the last check: publish them, check, and rotate then.");
        }
        var number = keys.of(id).size() / DkimAlgorithm.values().length + 1;
        inUse.stream().filter(key -> key.use() == DomainKey.Use.ACTIVE).forEach(key -> key.retire(clock.instant()));
        keys.flush();
        next.forEach(DomainKey::activate);
        keys.flush();
        for (var algorithm : DkimAlgorithm.values()) {
            keys.persist(newKey(id, algorithm, DomainKey.Use.NEXT, number));
        }
        LOG.infof("The keys of the domain %s were rotated", domain.domain());
        return registered(domain);
    }

    @Transactional
    void delete(UUID id) {
        var domain = found(id);
        domains.delete(domain);
        LOG.infof("The domain %s was deleted", domain.domain());
    }

    /** How many domains were right once and are wrong now. */
    @Transactional
    long failing() {
        return domains.failing();
    }

    /** The domain of an organisation with the keys that sign for it; empty where it may not send. */
    @Transactional
    Optional<SendingIdentity> identity(UUID organisation, String name, String local) {
        return domains.byName(name)
                .filter(domain -> domain.organisation().equals(organisation))
                .filter(domain -> domain.sends(clock.instant(), config.grace()))
                .map(domain -> new SendingIdentity(
                        local, domain.domain(), DomainRecords.bounceDomain(domain.domain()), signing(domain.id())));
    }

    private List<DkimKey> signing(UUID domain) {
        return keys.inUse(domain).stream()
                .filter(key -> key.use() == DomainKey.Use.ACTIVE)
                .map(key -> new DkimKey(
                        key.selector(), key.algorithm(), Cryptography.decode(seal.open(key.id(), key.sealed()))))
                .toList();
    }

    private SendingDomain found(UUID id) {
        return domains.findByIdOptional(id).orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, NO_SUCH_DOMAIN));
    }

    private SendingDomain locked(UUID id) {
        return domains.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, NO_SUCH_DOMAIN));
    }

    private Registered registered(SendingDomain domain) {
        return new Registered(
                domain,
                domain.sends(clock.instant(), config.grace()),
                records.of(domain.domain(), keys.inUse(domain.id())),
                read(domain.findings()));
    }

    private DomainKey newKey(UUID domain, DkimAlgorithm algorithm, DomainKey.Use use, int number) {
        var id = IDS.generate();
        var pair = Cryptography.generate(algorithm);
        var selector = "lobby%d%s".formatted(number, algorithm == DkimAlgorithm.RSA ? "" : "e");
        return new DomainKey(
                id,
                domain,
                selector,
                algorithm,
                use,
                publicKey(pair),
                seal.seal(id, pair.getPrivate().getEncoded()),
                clock.instant());
    }

    /** The whole structure for RSA (RFC 6376, section 3.6.1), the bare 32 octets for Ed25519 (RFC 8463, section 4.2). */
    private static String publicKey(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var octets = pair.getPublic() instanceof EdECPublicKey
                ? Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length)
                : encoded;
        return Base64.getEncoder().encodeToString(octets);
    }

    private static boolean isPublished(DomainKey key, List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.ok() && finding.record().value().equals(key.recordValue()));
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings are plain records", e);
        }
    }

    private List<Finding> read(String findings) {
        try {
            return json.readValue(findings, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Findings are written by this class alone", e);
        }
    }
}
