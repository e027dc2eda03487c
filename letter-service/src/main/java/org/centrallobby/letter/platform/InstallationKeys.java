package org.centrallobby.letter.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Keys for HMAC-SHA256, each for one purpose, derived (HKDF, RFC 5869) from the installation's secret. The database has none. */
@ApplicationScoped
public class InstallationKeys {
    private static final int BYTES = 32;

    private final PlatformConfig config;

    InstallationKeys(PlatformConfig config) {
        this.config = config;
    }

    /** The same on every replica; nothing is learned from one purpose's key about another's. */
    public SecretKey keyFor(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(bytes(config.secret()))
                                    .thenExpand(bytes("central-lobby " + purpose), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
