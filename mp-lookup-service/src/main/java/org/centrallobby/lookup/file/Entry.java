package org.centrallobby.lookup.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * One file of a source.
 *
 * @param name what it is called in messages to the operator
 * @param folder the folder it lies in inside the source; empty where it lies in none
 * @param size in bytes, unpacked; -1 where that is not known before it has been read
 */
public record Entry(String name, String folder, long size, Opener opener) {
    private static final int LONGEST_HEADER = 1 << 14;

    /** Opens the file anew. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** The text's bytes: what is compressed is unpacked. Whoever opens it closes it. */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * The first line, if the file has the name of a CSV and begins with a line of text.
     *
     * @throws BadFile if it cannot be read
     */
    public Optional<Header> header() {
        if (!isCsv()) {
            return Optional.empty();
        }
        try (var bytes = open()) {
            var start = new String(bytes.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
            return start.lines().findFirst().map(line -> new Header(name, Table.cells(line.replace("\uFEFF", ""))));
        } catch (EOFException | ZipException e) {
            throw new BadFile(name, "it ends in the middle or is damaged: it was not copied whole");
        } catch (IOException e) {
            throw new BadFile(name, e instanceof NoSuchFileException ? "there is no such file" : "it cannot be read");
        }
    }

    /** Whether its name says that it is CSV. */
    boolean isCsv() {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }
}
