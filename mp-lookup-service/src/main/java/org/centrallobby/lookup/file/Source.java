package org.centrallobby.lookup.file;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Where data come from: the operator's file or folder, what is being uploaded, or a file that ships with the service. */
public sealed interface Source {
    /** How it is called in messages to the operator. */
    String name();

    /** How it is called to everyone else: no folder of the machine. */
    String label();

    /**
     * Its files.
     *
     * @throws BadFile if it is a ZIP that cannot be read
     * @throws IOException if it cannot be read at all
     */
    Bundle open() throws IOException;

    /**
     * The source as a file or folder of this machine, for readers that have to look at it more than once.
     *
     * @throws IOException if it cannot be read, or there is no room for what is being sent
     */
    default LocalCopy local() throws IOException {
        return LocalCopy.of(this);
    }

    /** A file or a folder; ZIP and gzip are known by what they begin with. */
    static Source of(Path path) {
        return new External(path, path.toString());
    }

    /** A file under another name than its own: a temporary one. */
    static Source of(Path path, String name) {
        return new External(path, name);
    }

    /** A file of the data that ship with the service, for instance {@code sample/members.csv}. */
    static Source shipped(String name) {
        return new Shipped(name);
    }

    /** What somebody is sending; it can be opened once. */
    static Source upload(String name, InputStream body, long size) {
        return new Upload(name, body, size);
    }

    /** The failure to read it at all. */
    default BadFile unreadable(IOException reason) {
        return new BadFile(
                name(),
                reason instanceof java.nio.file.NoSuchFileException
                        ? "there is no such file"
                        : reason instanceof java.io.EOFException
                                ? "it ends in the middle: it was not copied whole"
                                : "it cannot be read");
    }

    /** A file or a folder of the operator's. */
    record External(Path path, String name) implements Source {
        @Override
        public String label() {
            return String.valueOf(Path.of(name).getFileName());
        }

        @Override
        public Bundle open() throws IOException {
            if (Files.isDirectory(path)) {
                return Folder.open(path);
            }
            var magic = magic();
            if (Compression.isZip(magic)) {
                return ZipArchive.open(path, name());
            }
            var size = Compression.isGzip(magic) ? -1 : Files.size(path);
            return Bundle.of(new Entry(name(), "", size, () -> unpacked(Files.newInputStream(path))));
        }

        private byte[] magic() throws IOException {
            try (var bytes = Files.newInputStream(path)) {
                return bytes.readNBytes(Compression.MAGIC);
            }
        }
    }

    /** A file that ships with the service. */
    record Shipped(String name) implements Source {
        @Override
        public String label() {
            return name;
        }

        @Override
        public Bundle open() {
            return Bundle.of(new Entry(name, "", -1, this::bytes));
        }

        private InputStream bytes() throws IOException {
            var stream = Source.class.getResourceAsStream("/dataset/" + name);
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream;
        }
    }

    /**
     * What somebody is sending.
     *
     * @param size in bytes, -1 where the sender did not say
     */
    record Upload(String name, InputStream body, long size) implements Source {
        @Override
        public String label() {
            return name;
        }

        @Override
        public Bundle open() throws IOException {
            var bytes = new BufferedInputStream(body, 1 << 16);
            bytes.mark(Compression.MAGIC);
            var magic = bytes.readNBytes(Compression.MAGIC);
            bytes.reset();
            if (Compression.isZip(magic)) {
                // A ZIP's list of files stands at its end.
                return ZipArchive.spooled(bytes, name);
            }
            var known = Compression.isGzip(magic) ? -1 : size;
            return Bundle.of(new Entry(name, "", known, () -> unpacked(bytes)));
        }

        @Override
        public String toString() {
            return "Upload[%s]".formatted(name);
        }
    }

    /** The bytes, unpacked if they are compressed with gzip. */
    static InputStream unpacked(InputStream raw) throws IOException {
        var bytes = new BufferedInputStream(raw, 1 << 16);
        bytes.mark(Compression.MAGIC);
        var magic = bytes.readNBytes(Compression.MAGIC);
        bytes.reset();
        return Compression.isGzip(magic) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
