package org.centrallobby.letter.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as its organisation sees it.
 *
 * @param lastUsedAt to the minute; null while it has not been used
 * @param successor the key that takes over from it until it expires; null while none does
 * @param secret the whole key, shown once when it is made
 */
@Schema(example = KeyView.EXAMPLE)
record KeyView(
        UUID id,
        Mode mode,
        String label,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable UUID successor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    static final String EXAMPLE = """
            {"id": "01936f2e-6a00-7c11-8d22-90aa17e5b3f4", "mode": "live", "label": "Website", "scopes": ["campaigns:read", \
            "letters:read"], "createdAt": "2026-11-23T10:15:30Z", "expiresAt": "2027-11-23T00:00:00Z", \
            "lastUsedAt": null, "successor": null}""";

    /** Of one that was made just now; the secret is no key of anybody's. */
    static final String EXAMPLE_WITH_SECRET = """
            {"id": "01936f2e-6a00-7c11-8d22-90aa17e5b3f4", "mode": "live", "label": "Website", "scopes": ["campaigns:read", \
            "letters:read"], "createdAt": "2026-11-23T10:15:30Z", "expiresAt": "2027-11-23T00:00:00Z", "lastUsedAt": null, "successor": null, \
            "secret": "cl_sk_live_01936f2e6a007c118d2290aa17e5b3f4_...48 hexadecimal digits"}""";

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.mode(),
                key.label(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.successor(),
                null);
    }

    static KeyView withSecret(ApiKey key, KeyText text) {
        return new KeyView(
                key.id(),
                key.mode(),
                key.label(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.successor(),
                text.text());
    }

    @Override
    public String toString() {
        return "KeyView[%s]".formatted(id);
    }
}
