package org.centrallobby.letter.similarity;

import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** The 32-byte windows of a normalised text, each known by its CRC-32. A shorter text is one window; an empty one has none. */
final class Windows {
    /** Bytes in a window: about six English words, which two people seldom write by chance. */
    static final int SIZE = 32;

    private Windows() {}

    /** The hash of each window, in the order in which they begin. */
    static IntStream hashes(byte[] text) {
        if (text.length == 0) {
            return IntStream.empty();
        }
        var size = Math.min(SIZE, text.length);
        return IntStream.rangeClosed(0, text.length - size).map(start -> hash(text, start, size));
    }

    private static int hash(byte[] text, int start, int size) {
        var crc = new CRC32();
        crc.update(text, start, size);
        return (int) crc.getValue();
    }
}
