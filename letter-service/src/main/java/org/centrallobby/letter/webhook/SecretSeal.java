package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
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

    /** The present one first. */
    private final List<SecretKey> keys;

    SecretSeal(WebhookConfig config) {
        this.keys = Stream.concat(
                        Stream.of(config.sealingKey()),
                        config.previousSealingKeys().stream().flatMap(List::stream))
                .map(SecretSeal::derived)
                .toList();
    }

    byte[] seal(UUID webhook, WebhookSecret secret) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), webhook, nonce).doFinal(secret.key());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException where the secret was sealed with none of the keys, or for another endpoint */
    WebhookSecret open(UUID webhook, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        for (var key : keys) {
            try {
                return new WebhookSecret(
                        cipher(Cipher.DECRYPT_MODE, key, webhook, nonce).doFinal(rest));
            } catch (AEADBadTagException e) {
                // Sealed with another of the keys, perhaps.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(
                "The secret of endpoint %s opens neither with WEBHOOK_SEALING_KEY nor with WEBHOOK_PREVIOUS_SEALING_KEYS"
                        .formatted(webhook));
    }

    private static Cipher cipher(int mode, SecretKey key, UUID webhook, byte[] nonce) throws GeneralSecurityException {
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
