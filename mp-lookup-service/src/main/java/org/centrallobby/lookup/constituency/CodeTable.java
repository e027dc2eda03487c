package org.centrallobby.lookup.constituency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;

/** Places by codes as they stand in a file's bytes, so that reading millions of rows makes no text of them. */
final class CodeTable {
    /** A letter and eight digits, as the register of geographic codes (GSS) has them. */
    private static final int LENGTH = 9;

    private final long[] codes;
    private final short[] places;

    CodeTable(SortedMap<String, Integer> placesByCode) {
        codes = new long[placesByCode.size()];
        places = new short[codes.length];
        var at = 0;
        for (var code : placesByCode.entrySet()) {
            var bytes = code.getKey().getBytes(StandardCharsets.US_ASCII);
            codes[at] = number(bytes, 0, bytes.length);
            places[at++] = code.getValue().shortValue();
        }
    }

    int place(byte[] bytes, int from, int to) {
        var at = Arrays.binarySearch(codes, number(bytes, from, to));
        return at < 0 ? Boundaries.UNKNOWN : places[at];
    }

    /** Seven bits a character; -1 for what has not the length of a code. The order is that of the texts. */
    private static long number(byte[] bytes, int from, int to) {
        if (to - from != LENGTH) {
            return -1;
        }
        var number = 0L;
        for (var at = from; at < to; at++) {
            number = number << 7 | (bytes[at] & 0x7F);
        }
        return number;
    }
}
