package org.centrallobby.letter.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Locks a stored reply with what its caller sent, the credential and the idempotency key, neither of which is stored. A
 * reply may hold the secret of a new API key: the caller can have it again, a reader of the database cannot.
 */
class ReplySeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] material;

    /** @param credential empty for a caller without one */
    ReplySeal(String credential, String path, IdempotencyKey key) {
        // A credential, being a header's value, and a path hold no line ends.
        this.material = String.join("\n", credential, path, key.value()).getBytes(StandardCharsets.UTF_8);
    }

    /** Names what the reply belongs to and opens nothing. */
    String scope() {
        try {
            return HexFormat.of().formatHex(KDF.getInstance("HKDF-SHA256").deriveData(parameters("scope")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What recognises a request's body. Keyed, as a plain hash of a short body (an e-mail address) would give it away to
     * whoever tries many.
     */
    byte[] fingerprint(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters("fingerprint")));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(byte[] reply) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(reply);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(byte[] sealed) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored reply does not open with the key of its own scope", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealingKey(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private SecretKey sealingKey() throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters("seal"));
    }

    private HKDFParameterSpec parameters(String purpose) {
        return HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
    }
}
