package org.centrallobby.mail.operator;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key that opens everything. Comparing it takes as long for a wrong key as for the right one. */
@ApplicationScoped
public class OperatorKey {
    private static final String SCHEME = "Bearer ";

    private final String key;

    OperatorKey(OperatorConfig config) {
        this.key = config.key();
    }

    /** Whether the value of an Authorization field carries it. */
    public boolean isIn(@Nullable String authorization) {
        return isIn(authorization, key);
    }

    /** The same for another key, which opens less. */
    public static boolean isIn(@Nullable String authorization, String key) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, key.getBytes(StandardCharsets.UTF_8));
    }
}
