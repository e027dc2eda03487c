package org.centrallobby.letter.organisation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes keys, knows them again and takes them back. */
@ApplicationScoped
class Keyring {
    /** Of one label and mode: the one in use and one that was made beside it. Those that are rotated out come on top. */
    private static final int MOST_OF_A_LABEL = 2;
    /** Of one mode in all. */
    private static final int MOST_ACTIVE = 20;
    /** No secret has this hash. */
    private static final byte[] NOTHING = new byte[32];

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final ApiKeys keys;
    private final Organisations organisations;
    private final PlatformConfig platform;
    private final InstantSource clock;

    Keyring(ApiKeys keys, Organisations organisations, PlatformConfig platform, InstantSource clock) {
        this.keys = keys;
        this.organisations = organisations;
        this.platform = platform;
        this.clock = clock;
    }

    /** The caller whose key this is; empty for a key that is unknown, expired, revoked or of an installation of the other mode. */
    @Transactional
    Optional<Caller> callerWith(KeyText text) {
        var now = clock.instant();
        if (!isUsedHere(text.mode())) {
            return Optional.empty();
        }
        // The same work for an id that nobody has and for a secret that is wrong: the time tells neither from the
        // other.
        var presented = text.hash();
        var key = keys.findById(text.id());
        if (key == null) {
            MessageDigest.isEqual(NOTHING, presented);
            return Optional.empty();
        }
        if (!key.opensWith(presented, text.mode(), now)) {
            return Optional.empty();
        }
        if (key.isUseWorthNoting(now)) {
            keys.noteUse(key.id(), now);
        }
        return Optional.of(key.caller());
    }

    /** A new key; the secret is in the answer and nowhere else. */
    @Transactional
    KeyView add(UUID organisation, Mode mode, String label, Collection<Scope> scopes, @Nullable Instant expiresAt) {
        // Two requests at once must not both find room for one more.
        organisations.findById(organisation, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the fields named below.",
                    List.of(new FieldError("#/expiresAt", "Choose a time in the future, or leave it out.")));
        }
        if (!isUsedHere(mode)) {
            throw new Failure(ProblemType.FORBIDDEN, "This installation is for tests; it has no live keys.");
        }
        requireRoom(organisation, mode, label, now);
        var text = KeyText.random(mode, IDS.generate());
        var key = new ApiKey(text, organisation, label, scopes, expiresAt, now);
        keys.persist(key);
        return KeyView.withSecret(key, text);
    }

    /** A new key in the place of an old one, which is good for a while yet; the secret is in the answer and nowhere else. */
    @Transactional
    KeyView rotate(Caller caller, UUID id, Duration overlap) {
        organisations.findById(caller.organisation(), LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        var old = known(caller.tenant(), id, now);
        if (!caller.scopes().containsAll(old.scopes())) {
            throw new Failure(
                    ProblemType.FORBIDDEN, "A key cannot rotate one that has scopes which it does not have itself.");
        }
        if (old.successor() != null) {
            throw new Failure(
                    ProblemType.TOO_MANY_KEYS, "This key is being rotated out already. Rotate its successor.");
        }
        if (ofMode(caller.organisation(), old.mode(), now).size() >= MOST_ACTIVE) {
            throw tooMany();
        }
        var life = old.life();
        var text = KeyText.random(old.mode(), IDS.generate());
        var successor = new ApiKey(
                text, caller.organisation(), old.label(), old.scopes(), life == null ? null : now.plus(life), now);
        keys.persistAndFlush(successor);
        old.handOver(successor.id(), now.plus(overlap));
        return KeyView.withSecret(successor, text);
    }

    private void requireRoom(UUID organisation, Mode mode, String label, Instant now) {
        var active = ofMode(organisation, mode, now);
        if (active.size() >= MOST_ACTIVE) {
            throw tooMany();
        }
        var alike = active.stream()
                .filter(key -> key.label().equals(label) && key.successor() == null)
                .count();
        if (alike >= MOST_OF_A_LABEL) {
            throw new Failure(
                    ProblemType.TOO_MANY_KEYS,
                    "Two keys with this label are active. Delete or rotate one, or choose another label for another use.");
        }
    }

    private List<ApiKey> ofMode(UUID organisation, Mode mode, Instant now) {
        return keys.active(organisation, now).stream()
                .filter(key -> key.mode() == mode)
                .toList();
    }

    private static Failure tooMany() {
        return new Failure(
                ProblemType.TOO_MANY_KEYS, "%d keys are active. Delete those that nobody uses.".formatted(MOST_ACTIVE));
    }

    /** An installation for tests has no live keys; a live one has both, as organisations try things out there. */
    private boolean isUsedHere(Mode mode) {
        return mode == Mode.TEST || platform.mode() == Mode.LIVE;
    }

    /** The keys that this tenant may know of: with a live key all of them, with a test key those for tests. */
    @Transactional
    List<KeyView> active(Tenant tenant) {
        return keys.active(tenant.organisation(), clock.instant()).stream()
                .filter(key -> isKnownTo(tenant, key))
                .map(KeyView::of)
                .toList();
    }

    @Transactional
    void revoke(Tenant tenant, UUID id) {
        var organisation = tenant.organisation();
        organisations.findById(organisation, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        var key = known(tenant, id, now);
        if (key.mode() == platform.mode() && !isAnotherKeymaker(organisation, id, now)) {
            throw new Failure(
                    ProblemType.LAST_KEY,
                    "Without this key nobody could make another. Make one with the scope keys:write first.");
        }
        key.revoke(now);
    }

    /** Every key of the organisation, of both modes. */
    @Transactional
    void revokeAll(UUID organisation) {
        // A key that is being made meanwhile is made before or after.
        organisations.findById(organisation, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        keys.active(organisation, now).forEach(key -> key.revoke(now));
    }

    private ApiKey known(Tenant tenant, UUID id, Instant now) {
        return keys.active(tenant.organisation(), id, now)
                .filter(active -> isKnownTo(tenant, active))
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no active key with this id."));
    }

    /** One that stays: a key that is being rotated out will be gone soon. */
    private boolean isAnotherKeymaker(UUID organisation, UUID id, Instant now) {
        return keys.active(organisation, now).stream()
                .filter(other -> !other.id().equals(id) && other.mode() == platform.mode() && other.successor() == null)
                .anyMatch(other -> other.scopes().contains(Scope.KEYS_WRITE));
    }

    private static boolean isKnownTo(Tenant tenant, ApiKey key) {
        return tenant.mode() == Mode.LIVE || key.mode() == Mode.TEST;
    }
}
