package org.centrallobby.letter.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Whoever runs the platform. (A bean of its own as the filter is made before there is any configuration.) */
@ApplicationScoped
class Operator {
    private final byte[] key;

    Operator(OperatorConfig config) {
        this.key = config.key().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the same time whether much or little of the key is right. */
    boolean hasKey(String credential) {
        return MessageDigest.isEqual(key, credential.getBytes(StandardCharsets.UTF_8));
    }
}
