package org.centrallobby.letter.organisation;

import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;

/**
 * Whose things a request may see and change: one organisation's, and of these only what belongs to the mode of its key. A
 * test key has no part in live campaigns, nor a live key in test campaigns. What is a tenant's is found through {@link Owned}.
 */
public record Tenant(UUID organisation, Mode mode) {}
