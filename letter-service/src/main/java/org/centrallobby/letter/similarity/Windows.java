package org.centrallobby.letter.similarity;

import java.util.zip.CRC32;

/**
 * The 32-byte windows of a normalised text. A shorter text is one window; an empty one has none.
 *
 * @param bytes how long the normalised text is
 * @param hashes each window's CRC-32, in the order in which they begin
 */
@SuppressWarnings("ArrayRecordComponent")
record Windows(int bytes, int[] hashes) {
    /** Bytes in a window: about six English words, which two people seldom write by chance. */
    static final int SIZE = 32;

    static Windows of(String text) {
        var bytes = NormalText.bytes(text);
        return new Windows(bytes.length, bytes.length == 0 ? new int[0] : hashes(bytes, Math.min(SIZE, bytes.length)));
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
