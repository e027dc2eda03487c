package org.centrallobby.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The keys of a local platform, in files that only their owner can read; a second start finds those of the first. */
final class Secrets {
    private static final String OPERATOR = "operator.key";
    private static final String IDENTITY = "identity.secret";
    private static final String COPIES = "copy.secret";

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The operator's key, made up at the first start. */
    String operatorKey() {
        return madeUp(OPERATOR);
    }

    /** What the mail-service signs its return addresses with, made up at the first start: a bounce may come after the next. */
    String identitySecret() {
        return madeUp(IDENTITY);
    }

    /** What makes the addresses for copies of letters, made up at the first start: a copy may come after the next. */
    String copySecret() {
        return madeUp(COPIES);
    }

    private String madeUp(String name) {
        return read(name).orElseGet(() -> {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write(name, key);
            return key;
        });
    }

    Optional<String> read(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    void write(String name, String secret) {
        writePrivately(folder.resolve(name), secret + "\n");
    }

    /** Writes a file that nobody but its owner can read, whole or not at all. */
    static void writePrivately(Path file, String content) {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, content);
            Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
