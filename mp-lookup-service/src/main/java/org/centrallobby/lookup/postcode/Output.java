package org.centrallobby.lookup.postcode;

import java.util.Arrays;

/** Bytes of an answer as it is put together. */
final class Output {
    private byte[] bytes;
    private int length;

    /** @param expected bytes; more find room too */
    Output(int expected) {
        bytes = new byte[expected];
    }

    Output put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Output put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Output putPostcode(int packed) {
        reserve(PackedPostcode.LONGEST_TEXT);
        length = PackedPostcode.write(packed, bytes, length);
        return this;
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
