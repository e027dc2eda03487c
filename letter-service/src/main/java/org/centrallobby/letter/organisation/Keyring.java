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
        if (text.mode() != platform.mode()) {
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
    KeyView add(UUID organisation, String label, Collection<Scope> scopes, @Nullable Instant expiresAt) {
        // Two requests at once must not both find room for one more.
        organisations.findById(organisation, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the fields named below.",
                    List.of(new FieldError("#/expiresAt", "Choose a time in the future, or leave it out.")));
        }
        if (keys.active(organisation, now).size() >= MOST_ACTIVE) {
            throw new Failure(
                    ProblemType.TOO_MANY_KEYS, "Two keys can be active at once. Delete one before you make another.");
        }
        var text = KeyText.random(platform.mode(), IDS.generate());
        var key = new ApiKey(text, organisation, label, scopes, expiresAt, now);
        keys.persist(key);
        return KeyView.withSecret(key, text);
    }

    @Transactional
    List<KeyView> active(UUID organisation) {
        return keys.active(organisation, clock.instant()).stream()
                .map(KeyView::of)
                .toList();
    }

    @Transactional
    void revoke(UUID organisation, UUID id) {
        organisations.findById(organisation, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        var key = keys.active(organisation, id, now)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no active key with this id."));
        var others = keys.active(organisation, now).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        if (others.stream().noneMatch(other -> other.scopes().contains(Scope.KEYS_WRITE))) {
            throw new Failure(
                    ProblemType.LAST_KEY,
                    "Without this key nobody could make another. Make one with the scope keys:write first.");
        }
        key.revoke(now);
    }
}
