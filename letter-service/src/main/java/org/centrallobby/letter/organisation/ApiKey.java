package org.centrallobby.letter.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A key of an organisation, without the secret. Only what a step changes is written: the last use is noted beside it, without
 * waiting for the organisation.
 */
@Entity
@DynamicUpdate
class ApiKey {
    /** How exact the last use is: a key that is used all the time costs one write in this time, not one per request. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private UUID organisation;
    private String label;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private List<String> scopes;
    private byte[] secretHash;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;
    private @Nullable UUID successor;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(
            KeyText text,
            UUID organisation,
            String label,
            Collection<Scope> scopes,
            @Nullable Instant expiresAt,
            Instant now) {
        this.id = text.id();
        this.organisation = organisation;
        this.label = label;
        this.mode = text.mode();
        this.scopes = EnumSet.copyOf(scopes).stream().map(Scope::text).toList();
        this.secretHash = text.hash();
        this.expiresAt = expiresAt;
        this.createdAt = now;
    }

    /** Looks at all of it whatever is wrong, so that the time it takes says nothing. */
    boolean opensWith(byte[] presentedHash, Mode presentedMode, Instant now) {
        return MessageDigest.isEqual(secretHash, presentedHash) & mode == presentedMode & isActive(now);
    }

    boolean isActive(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minus(USE_NOTED_EVERY));
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Lets another key take over; this one goes at that time, or when it would have gone anyway. */
    void handOver(UUID successor, Instant until) {
        this.successor = successor;
        if (expiresAt == null || expiresAt.isAfter(until)) {
            expiresAt = until;
        }
    }

    Caller caller() {
        return new Caller(organisation, id, scopes(), mode);
    }

    UUID id() {
        return id;
    }

    Mode mode() {
        return mode;
    }

    String label() {
        return label;
    }

    Set<Scope> scopes() {
        var named = EnumSet.noneOf(Scope.class);
        scopes.forEach(scope -> named.add(Scope.of(scope)));
        return named;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** How long it was made for; null for a key that is good until it is deleted. */
    @Nullable Duration life() {
        return expiresAt == null ? null : Duration.between(createdAt, expiresAt);
    }

    /** The key that takes over from this one; null while none does. */
    @Nullable UUID successor() {
        return successor;
    }

    @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute. */
    @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
