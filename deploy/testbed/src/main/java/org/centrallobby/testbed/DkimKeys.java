package org.centrallobby.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The two keys with which a mail-service signs, made up and kept in a folder. */
public final class DkimKeys {
    private static final int RSA_BITS = 2048;

    private DkimKeys() {}

    /** The settings that name them; they are made where the folder has none. */
    public static Map<String, String> settings(Path folder) {
        return Map.of(
                "IDENTITY_DKIM_RSA_KEY_FILE", key(folder, "RSA", RSA_BITS).toString(),
                "IDENTITY_DKIM_ED25519_KEY_FILE", key(folder, "Ed25519", 0).toString());
    }

    private static Path key(Path folder, String algorithm, int bits) {
        var file =
                folder.toAbsolutePath().resolve("dkim-%s.pem".formatted(algorithm.toLowerCase(java.util.Locale.ROOT)));
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, pem(algorithm, bits));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                    .formatted(encoder.encodeToString(
                            generator.generateKeyPair().getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM knows no " + algorithm, e);
        }
    }
}
