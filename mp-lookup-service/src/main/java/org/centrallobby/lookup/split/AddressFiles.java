package org.centrallobby.lookup.split;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The CSV files that an operator's argument stands for: one, those of a folder, or those inside a ZIP. */
final class AddressFiles {
    private static final int DEPTH = 3;
    private static final int BUFFER = 1 << 16;

    private AddressFiles() {}

    /** Is given each file in turn. */
    interface Visitor {
        /** @param listed whether the operator named the file itself, not a folder or a ZIP that it lies in */
        void visit(String name, boolean listed, InputStream in) throws IOException;
    }

    /** @throws CannotDerive if something cannot be read */
    static void visit(Path path, Visitor visitor) {
        try {
            if (Files.isDirectory(path)) {
                for (var file : within(path)) {
                    visitFile(file, false, visitor);
                }
            } else {
                visitFile(path, true, visitor);
            }
        } catch (IOException e) {
            throw new CannotDerive(
                    "%s cannot be read to its end: is it whole? (%s)".formatted(path, e.getMessage()), e);
        }
    }

    private static void visitFile(Path file, boolean listed, Visitor visitor) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            bytes.mark(2);
            var first = bytes.read();
            var second = bytes.read();
            bytes.reset();
            if (first == 'P' && second == 'K') {
                visitZip(file, visitor);
            } else if (first == 0x1f && second == 0x8b) {
                visitor.visit(file.toString(), listed, new GZIPInputStream(bytes, BUFFER));
            } else {
                visitor.visit(file.toString(), listed, bytes);
            }
        }
    }

    private static void visitZip(Path file, Visitor visitor) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isCsv(entry.getName()) && !entry.isDirectory()) {
                    try (var in = zip.getInputStream(entry)) {
                        visitor.visit("%s (%s)".formatted(entry.getName(), file.getFileName()), false, in);
                    }
                }
            }
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> isCsv(file.toString()) || isZip(file.toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCsv(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
