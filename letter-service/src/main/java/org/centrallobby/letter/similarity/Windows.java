package org.centrallobby.letter.similarity;

import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The 32-byte windows of a normalised text. A shorter text is one window; an empty one has none.
 *
 * @param text as it was written
 * @param normal the same normalised, in UTF-8
 * @param hashes each window's CRC-32, in the order in which they begin
 */
@SuppressWarnings("ArrayRecordComponent")
record Windows(String text, byte[] normal, int[] hashes) {
    /** Bytes in a window: about six English words, which two people seldom write by chance. */
    static final int SIZE = 32;

    static Windows of(String text) {
        var normal = NormalText.bytes(text);
        return new Windows(
                text, normal, normal.length == 0 ? new int[0] : hashes(normal, Math.min(SIZE, normal.length)));
    }

    /** The lines that are shorter than a window, normalised; none of them empty. */
    Stream<byte[]> shortLines() {
        return text.lines().map(NormalText::bytes).filter(line -> line.length > 0 && line.length < SIZE);
    }

    private static int[] hashes(byte[] text, int size) {
        var crc = new CRC32();
        var hashes = new int[text.length - size + 1];
        for (var start = 0; start < hashes.length; start++) {
            crc.reset();
            crc.update(text, start, size);
            hashes[start] = (int) crc.getValue();
        }
        return hashes;
    }
}
