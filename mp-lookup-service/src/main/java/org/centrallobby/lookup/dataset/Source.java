package org.centrallobby.lookup.dataset;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;

/** A file to read: the operator's, or one that ships with the service. */
sealed interface Source {
    /** How it is called in messages to the operator. */
    String name();

    /** How it is called to everyone else: no folder of the machine. */
    String label();

    /** The bytes as they are. */
    InputStream raw() throws IOException;

    static Source of(Path path) {
        return new External(path);
    }

    /** A file of the data that ship with the service, for instance {@code sample/members.csv}. */
    static Source shipped(String name) {
        return new Shipped(name);
    }

    /** The text's bytes: what is compressed with gzip is unpacked. */
    default InputStream open() throws IOException {
        var bytes = new BufferedInputStream(raw(), 1 << 16);
        bytes.mark(2);
        var compressed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return compressed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    /** Adds the bytes to a digest. */
    default void digest(MessageDigest digest) {
        try (var bytes = raw()) {
            var buffer = new byte[1 << 16];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** The failure to read it at all. */
    default BadFile unreadable() {
        return new BadFile(name(), "the file cannot be read");
    }

    /** A file of the operator's. */
    record External(Path path) implements Source {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public String label() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public InputStream raw() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** A file that ships with the service. */
    record Shipped(String name) implements Source {
        @Override
        public String label() {
            return name;
        }

        @Override
        public InputStream raw() throws IOException {
            var stream = Source.class.getResourceAsStream("/dataset/" + name);
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream;
        }
    }
}
