package org.centrallobby.mail.identity;

import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAKey;

/** How mails are signed (RFC 6376 as RFC 8301 has it, RFC 8463). */
enum DkimAlgorithm {
    RSA("rsa-sha256", "rsa", "SHA256withRSA"),
    ED25519("ed25519-sha256", "ed25519", "Ed25519");

    private static final int SMALLEST_MODULUS = 2048;

    private final String tag;
    private final String keyType;
    private final String signature;

    DkimAlgorithm(String tag, String keyType, String signature) {
        this.tag = tag;
        this.keyType = keyType;
        this.signature = signature;
    }

    /** The value of the signature's tag {@code a}. */
    String tag() {
        return tag;
    }

    /** The value of the key record's tag {@code k}. */
    String keyType() {
        return keyType;
    }

    /** Java's name of it. */
    String signature() {
        return signature;
    }

    /** The algorithm of a key; RSA keys below 2048 bits are refused, as receivers do (RFC 8301, section 3.2). */
    static DkimAlgorithm of(PrivateKey key) {
        if (key instanceof EdECPrivateKey
                || key.getAlgorithm().equals("EdDSA")
                || key.getAlgorithm().equals("Ed25519")) {
            return ED25519;
        }
        if (key instanceof RSAKey rsa) {
            if (rsa.getModulus().bitLength() < SMALLEST_MODULUS) {
                throw new IllegalArgumentException(
                        "An RSA key of %d bits is too small to sign mails: make one of 2048 or more"
                                .formatted(rsa.getModulus().bitLength()));
            }
            return RSA;
        }
        throw new IllegalArgumentException("Mails are signed with RSA or Ed25519 keys only");
    }
}
