package org.centrallobby.lookup.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP. It is read where it lies and never unpacked into the file system. */
final class ZipArchive {
    /** More files are not what any publisher packs. */
    private static final int MOST_ENTRIES = 10_000;

    private ZipArchive() {}

    static Bundle open(Path path, String name) throws IOException {
        return open(path, name, () -> {});
    }

    /** A ZIP that is being sent: it is kept in a temporary file until it is closed. */
    static Bundle spooled(InputStream bytes, String name) throws IOException {
        var file = Files.createTempFile("central-lobby-upload", ".zip");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return open(file, name, () -> Files.deleteIfExists(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Bundle open(Path path, String name, Bundle.Closing after) throws IOException {
        var zip = archive(path, name);
        var entries = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .limit(MOST_ENTRIES)
                .map(entry -> new Entry(entry.getName(), folder(entry), entry.getSize(), () -> checked(zip, entry)))
                .toList();
        return new Bundle(entries, () -> {
            zip.close();
            after.close();
        });
    }

    private static ZipFile archive(Path path, String name) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new BadFile(name, "it begins like a ZIP and is none: it was not copied whole, or is damaged");
        }
    }

    private static String folder(ZipEntry entry) {
        var slash = entry.getName().lastIndexOf('/');
        return slash < 0 ? "" : entry.getName().substring(0, slash);
    }

    /** {@link ZipFile} does not look at the checksum. */
    private static InputStream checked(ZipFile zip, ZipEntry entry) throws IOException {
        return new FilterInputStream(zip.getInputStream(entry)) {
            private final CRC32 sum = new CRC32();

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                var read = in.read(bytes, offset, length);
                if (read >= 0) {
                    sum.update(bytes, offset, read);
                } else if (entry.getCrc() != sum.getValue()) {
                    throw new ZipException("checksum of " + entry.getName());
                }
                return read;
            }
        };
    }
}
