package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys that are derived from the configured secrets, one for each purpose. */
@ApplicationScoped
class Secrets {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> secrets = new ArrayList<>();

    Secrets(IdentityConfig config) {
        secrets.add(config.secret().getBytes(StandardCharsets.UTF_8));
        config.previousSecrets()
                .ifPresent(
                        previous -> previous.forEach(secret -> secrets.add(secret.getBytes(StandardCharsets.UTF_8))));
    }

    /** 32 octets for a purpose from every secret, the present one first. */
    List<byte[]> keys(String purpose) {
        return secrets.stream()
                .map(secret -> hmac(secret, purpose.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
