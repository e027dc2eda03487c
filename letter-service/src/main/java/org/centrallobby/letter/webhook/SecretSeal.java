package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps signing secrets, which have to be used and so cannot be hashed. Whoever gets at the database or a copy of it, but not
 * at the configuration, can neither read a secret nor put one endpoint's in another's place. It does not protect from whoever
 * has both.
 */
@ApplicationScoped
class SecretSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    SecretSeal(WebhookConfig config) {
        this.key = derived(config.sealingKey());
    }

    byte[] seal(UUID webhook, WebhookSecret secret) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, webhook, nonce).doFinal(secret.key());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException where the secret was sealed with another key, or for another endpoint */
    WebhookSecret open(UUID webhook, byte[] sealed) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return new WebhookSecret(cipher(Cipher.DECRYPT_MODE, webhook, nonce).doFinal(rest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of endpoint %s does not open with this WEBHOOK_SEALING_KEY".formatted(webhook), e);
        }
    }

    private Cipher cipher(int mode, UUID webhook, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(webhook.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey derived(String material) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(material.getBytes(StandardCharsets.UTF_8))
                    .thenExpand("webhook secrets".getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
