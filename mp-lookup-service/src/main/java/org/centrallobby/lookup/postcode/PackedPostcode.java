package org.centrallobby.lookup.postcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A postcode as one number below 2<sup>31</sup>: the sector it lies in (the outward half and the digit of the inward half)
 * and its slot among the 441 that the two letters of the inward half make. A sector's postcodes stand together, in order.
 *
 * <p>Text becomes a number by way of its <em>compact</em> form: capitals and digits without the space, a byte each, in a long.
 */
public final class PackedPostcode {
    /** What has not the form of a postcode. */
    public static final int NONE = -1;

    /** Bytes of the longest postcode as it is written: {@code SW1A 0AA}. */
    static final int LONGEST_TEXT = 8;

    /** Slots of a sector. */
    static final int SLOTS = Postcode.INWARD_LETTERS.length() * Postcode.INWARD_LETTERS.length();

    private static final int LETTERS = 26;
    private static final int SUFFIXES = 37;
    private static final int REGULAR_OUTWARDS = LETTERS * (LETTERS + 1) * 10 * SUFFIXES;

    /** How many outward halves there may be. */
    static final int OUTWARDS = REGULAR_OUTWARDS + 2;

    private static final int GIROBANK = REGULAR_OUTWARDS;
    private static final int OLD_NEWPORT = REGULAR_OUTWARDS + 1;
    private static final int GIR = 'G' << 16 | 'I' << 8 | 'R';
    private static final int NPT = 'N' << 16 | 'P' << 8 | 'T';
    private static final byte[] LETTER_NUMBERS = letterNumbers();

    private PackedPostcode() {}

    /** The number of a postcode. */
    public static int of(Postcode postcode) {
        return of(compact(postcode.outward() + postcode.inward()));
    }

    /**
     * The number of the postcode that stands in bytes of ASCII, in either case and with blanks anywhere.
     *
     * @return {@link #NONE} if what stands there has not the form of a postcode
     */
    public static int of(byte[] bytes, int from, int to) {
        var compact = 0L;
        for (var at = from; at < to; at++) {
            if (bytes[at] != ' ') {
                if (compact >>> (7 * Byte.SIZE) != 0) {
                    return NONE;
                }
                compact = compact << Byte.SIZE | capital(bytes[at] & 0xFF);
            }
        }
        return of(compact);
    }

    /** As {@link #of(byte[], int, int)}, of the compact form. */
    static int of(long compact) {
        var sector = sector((int) (compact >>> 3 * Byte.SIZE), (int) (compact >>> 2 * Byte.SIZE) & 0xFF);
        var slot = slot((int) (compact >>> Byte.SIZE) & 0xFF, (int) compact & 0xFF);
        return sector < 0 || slot < 0 || compact >>> 7 * Byte.SIZE != 0 ? NONE : sector * SLOTS + slot;
    }

    /** The outward half's number, below {@link #OUTWARDS}; {@link #NONE} if the bytes of the number have not the form of one. */
    static int outward(int bytes) {
        var length = (Integer.SIZE - Integer.numberOfLeadingZeros(bytes) + Byte.SIZE - 1) / Byte.SIZE;
        if (length < 2) {
            return NONE;
        }
        if (bytes == GIR || bytes == NPT) {
            return bytes == GIR ? GIROBANK : OLD_NEWPORT;
        }
        var first = byteAt(bytes, length, 0);
        var second = byteAt(bytes, length, 1);
        var letters = isLetter(second) ? 2 : 1;
        if (!isLetter(first) || length == letters || length > letters + 2) {
            return NONE;
        }
        var digit = byteAt(bytes, length, letters);
        var suffix = length == letters + 1 ? 0 : suffix(byteAt(bytes, length, letters + 1));
        if (!isDigit(digit) || suffix < 0) {
            return NONE;
        }
        var area = (first - 'A') * (LETTERS + 1) + (letters == 2 ? second - 'A' + 1 : 0);
        return (area * 10 + digit - '0') * SUFFIXES + suffix;
    }

    /** The compact form of ASCII text of seven letters and digits at most, nothing else in between. */
    static long compact(String text) {
        var compact = 0L;
        for (var i = 0; i < text.length(); i++) {
            compact = compact << Byte.SIZE | text.charAt(i);
        }
        return compact;
    }

    static int sector(int packed) {
        return packed / SLOTS;
    }

    static int slot(int packed) {
        return packed % SLOTS;
    }

    static int outwardOfSector(int sector) {
        return sector / 10;
    }

    /** Whether the postcode belongs to an area of two letters, for instance {@code BT}. */
    public static boolean isInArea(int packed, String letters) {
        var area = outwardOfSector(sector(packed)) / (10 * SUFFIXES);
        return area == (letters.charAt(0) - 'A') * (LETTERS + 1) + (letters.charAt(1) - 'A' + 1);
    }

    /** The outward half as it is written. */
    static String outwardText(int outward) {
        var bytes = new byte[LONGEST_TEXT];
        return new String(bytes, 0, writeOutward(outward, bytes, 0), StandardCharsets.US_ASCII);
    }

    /** The postcode as it is written, with one space. */
    public static String text(int packed) {
        var bytes = new byte[LONGEST_TEXT];
        return new String(bytes, 0, write(packed, bytes, 0), StandardCharsets.US_ASCII);
    }

    /**
     * Writes the postcode with one space.
     *
     * @return the place behind it
     */
    static int write(int packed, byte[] target, int at) {
        var sector = sector(packed);
        var slot = slot(packed);
        var next = writeOutward(outwardOfSector(sector), target, at);
        target[next++] = ' ';
        target[next++] = (byte) ('0' + sector % 10);
        target[next++] = (byte) Postcode.INWARD_LETTERS.charAt(slot / Postcode.INWARD_LETTERS.length());
        target[next++] = (byte) Postcode.INWARD_LETTERS.charAt(slot % Postcode.INWARD_LETTERS.length());
        return next;
    }

    private static int writeOutward(int outward, byte[] target, int at) {
        if (outward >= REGULAR_OUTWARDS) {
            var special = outward == GIROBANK ? GIR : NPT;
            target[at] = (byte) (special >>> 16);
            target[at + 1] = (byte) (special >>> 8);
            target[at + 2] = (byte) special;
            return at + 3;
        }
        var suffix = outward % SUFFIXES;
        var digit = outward / SUFFIXES % 10;
        var area = outward / SUFFIXES / 10;
        var next = at;
        target[next++] = (byte) ('A' + area / (LETTERS + 1));
        if (area % (LETTERS + 1) > 0) {
            target[next++] = (byte) ('A' - 1 + area % (LETTERS + 1));
        }
        target[next++] = (byte) ('0' + digit);
        if (suffix > 0) {
            target[next++] = (byte) (suffix <= 10 ? '0' - 1 + suffix : 'A' - 11 + suffix);
        }
        return next;
    }

    private static int capital(int symbol) {
        return symbol >= 'a' && symbol <= 'z' ? symbol - ('a' - 'A') : symbol;
    }

    private static int sector(int outwardBytes, int digit) {
        var outward = outward(outwardBytes);
        return outward < 0 || !isDigit(digit) ? NONE : outward * 10 + digit - '0';
    }

    private static int slot(int first, int second) {
        if (first >= LETTER_NUMBERS.length || second >= LETTER_NUMBERS.length) {
            return NONE;
        }
        var high = LETTER_NUMBERS[first];
        var low = LETTER_NUMBERS[second];
        return high < 0 || low < 0 ? NONE : high * Postcode.INWARD_LETTERS.length() + low;
    }

    private static int suffix(int symbol) {
        if (isDigit(symbol)) {
            return symbol - '0' + 1;
        }
        return isLetter(symbol) ? symbol - 'A' + 11 : NONE;
    }

    private static int byteAt(int bytes, int length, int place) {
        return bytes >>> (length - 1 - place) * Byte.SIZE & 0xFF;
    }

    private static boolean isLetter(int symbol) {
        return symbol >= 'A' && symbol <= 'Z';
    }

    private static boolean isDigit(int symbol) {
        return symbol >= '0' && symbol <= '9';
    }

    private static byte[] letterNumbers() {
        var numbers = new byte['Z' + 1];
        Arrays.fill(numbers, (byte) NONE);
        for (var i = 0; i < Postcode.INWARD_LETTERS.length(); i++) {
            numbers[Postcode.INWARD_LETTERS.charAt(i)] = (byte) i;
        }
        return numbers;
    }
}
