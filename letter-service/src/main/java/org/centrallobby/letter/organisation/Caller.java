package org.centrallobby.letter.organisation;

import java.util.Set;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig;

/** The organisation's program behind a request: whose key it presented, which, and what that may do. */
public record Caller(UUID organisation, UUID key, Set<Scope> scopes, PlatformConfig.Mode mode) {
    public Tenant tenant() {
        return new Tenant(organisation, mode);
    }
}
