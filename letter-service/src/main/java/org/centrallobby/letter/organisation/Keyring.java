package org.centrallobby.letter.organisation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
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
    /** The one in use and the one that takes over from it. */
    private static final int MOST_ACTIVE = 2;

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
        var key = keys.findById(text.id());
        if (key == null || !key.opensWith(text, now)) {
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
        if (keys.active(organisation, now).stream()
                        .filter(key -> key.mode() == mode)
                        .count()
                >= MOST_ACTIVE) {
            throw new Failure(
                    ProblemType.TOO_MANY_KEYS,
                    "Two keys of a mode can be active at once. Delete one before you make another.");
        }
        var text = KeyText.random(mode, IDS.generate());
        var key = new ApiKey(text, organisation, label, scopes, expiresAt, now);
        keys.persist(key);
        return KeyView.withSecret(key, text);
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
        var key = keys.active(organisation, id, now)
                .filter(active -> isKnownTo(tenant, active))
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no active key with this id."));
        if (key.mode() == platform.mode() && !isAnotherKeymaker(organisation, id, now)) {
            throw new Failure(
                    ProblemType.LAST_KEY,
                    "Without this key nobody could make another. Make one with the scope keys:write first.");
        }
        key.revoke(now);
    }

    private boolean isAnotherKeymaker(UUID organisation, UUID id, Instant now) {
        return keys.active(organisation, now).stream()
                .filter(other -> !other.id().equals(id) && other.mode() == platform.mode())
                .anyMatch(other -> other.scopes().contains(Scope.KEYS_WRITE));
    }

    private static boolean isKnownTo(Tenant tenant, ApiKey key) {
        return tenant.mode() == Mode.LIVE || key.mode() == Mode.TEST;
    }
}
