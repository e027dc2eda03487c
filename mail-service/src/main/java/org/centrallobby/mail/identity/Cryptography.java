package org.centrallobby.mail.identity;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes, reads and uses keys: with a native library where there is one for the machine (RSA is the dearest step of all that
 * is done for a mail, and three times cheaper so), with what Java brings elsewhere. The library serves this class alone.
 */
final class Cryptography {
    private static final Logger LOG = Logger.getLogger(Cryptography.class);
    private static final int RSA_BITS = 2048;
    private static final @Nullable Provider NATIVE = nativeProvider();

    private Cryptography() {}

    static byte[] sign(DkimKey key, byte[] octets) {
        try {
            var signature = signature(key.algorithm().signature());
            signature.initSign(key.key());
            signature.update(octets);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key %s cannot sign".formatted(key.selector()), e);
        }
    }

    static KeyPair generate(DkimAlgorithm algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm == DkimAlgorithm.RSA ? "RSA" : "Ed25519");
            if (algorithm == DkimAlgorithm.RSA) {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform makes keys of " + algorithm, e);
        }
    }

    /** Reads a key file; the message of a failure names the file, never its content. */
    static PrivateKey readPem(Path file) {
        try {
            return decode(pem(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be read".formatted(file), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The key file %s holds no private key in PEM (PKCS#8: -----BEGIN PRIVATE KEY-----)".formatted(file),
                    e);
        }
    }

    private static byte[] pem(String text) {
        var begin = text.indexOf("-----BEGIN PRIVATE KEY-----");
        var end = text.indexOf("-----END PRIVATE KEY-----");
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no PKCS#8 key");
        }
        return Base64.getMimeDecoder().decode(text.substring(text.indexOf('\n', begin), end));
    }

    /** A private key from its PKCS#8 form. */
    static PrivateKey decode(byte[] pkcs8) {
        for (var algorithm : new String[] {"RSA", "Ed25519"}) {
            try {
                return keyFactory(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                LOG.debugf("No key of %s", algorithm);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform reads keys of " + algorithm, e);
            }
        }
        throw new IllegalArgumentException("no key of RSA or Ed25519");
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        return NATIVE == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, NATIVE);
    }

    private static KeyFactory keyFactory(String algorithm) throws GeneralSecurityException {
        // A key of the library's own need not be translated each time that it signs; it makes none of Ed25519.
        return NATIVE == null || NATIVE.getService("KeyFactory", algorithm) == null
                ? KeyFactory.getInstance(algorithm)
                : KeyFactory.getInstance(algorithm, NATIVE);
    }

    /** Whether the native library does the work. */
    static boolean isNative() {
        return NATIVE != null;
    }

    private static @Nullable Provider nativeProvider() {
        try {
            var provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() == null) {
                return provider;
            }
            LOG.info("There is no native cryptography for this machine: mails are signed with Java's own, more slowly");
            LOG.debug("The library could not be loaded", provider.getLoadingError());
        } catch (LinkageError e) {
            LOG.info("There is no native cryptography here: mails are signed with Java's own, more slowly");
            LOG.debug("The library could not be loaded", e);
        }
        return null;
    }
}
