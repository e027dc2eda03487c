package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals organisations' private keys for the database with AES-256-GCM: whoever has its backup alone cannot sign. What is
 * sealed for one key's row is of no use in another's.
 */
@ApplicationScoped
class KeySeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final List<byte[]> keys;
    private final SecureRandom random = new SecureRandom();

    KeySeal(Secrets secrets) {
        this.keys = secrets.keys("dkim-key-seal");
    }

    byte[] seal(UUID row, byte[] secret) {
        var nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, row).doFinal(secret);
            return ByteBuffer.allocate(NONCE_OCTETS + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** @throws IllegalStateException if it was sealed with none of the configured secrets */
    byte[] open(UUID row, byte[] sealed) {
        for (var key : keys) {
            try {
                var nonce = ByteBuffer.wrap(sealed, 0, NONCE_OCTETS);
                var octets = new byte[NONCE_OCTETS];
                nonce.get(octets);
                return cipher(Cipher.DECRYPT_MODE, key, octets, row)
                        .doFinal(sealed, NONCE_OCTETS, sealed.length - NONCE_OCTETS);
            } catch (AEADBadTagException e) {
                // Sealed under another of the secrets, perhaps.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has " + CIPHER, e);
            }
        }
        throw new IllegalStateException(
                "The key %s was sealed with a secret that is no longer configured: add it to identity.previous-secrets"
                        .formatted(row));
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, UUID row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
