package org.centrallobby.lookup.split;

/** Postcodes and codes as numbers: base 37, the blank before the digits before the letters, so that numbers order as texts do. */
final class Symbols {
    /** What is no letter, digit or blank. */
    static final int NONE = -1;

    private static final int RADIX = 37;
    private static final int OUTWARD = 4;
    private static final int INWARD = 3;
    private static final int LONGEST_CODE = 9;
    private static final String TEXT = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final byte[] VALUES = values();

    private Symbols() {}

    /**
     * The postcode that the bytes spell, in either case, with any blanks in it.
     *
     * @return less than 2^37, or {@link #NONE} if they have not the form of a postcode
     */
    static long postcode(byte[] bytes, int from, int to) {
        var symbols = 0L;
        var length = 0;
        for (var i = from; i < to; i++) {
            var value = VALUES[bytes[i] & 0xff];
            if (value < 0 || (value > 0 && ++length > OUTWARD + INWARD)) {
                return NONE;
            }
            if (value > 0) {
                symbols = symbols * RADIX + value;
            }
        }
        if (length < 2 + INWARD) {
            return NONE;
        }
        var inward = symbols % (RADIX * RADIX * RADIX);
        var outward = symbols / (RADIX * RADIX * RADIX);
        if (!isInward(inward) || !isOutward(outward, length - INWARD)) {
            return NONE;
        }
        for (var missing = length; missing < OUTWARD + INWARD; missing++) {
            outward *= RADIX;
        }
        return outward * RADIX * RADIX * RADIX + inward;
    }

    /** The postcode as it is written, with its blank. */
    static String postcode(long number) {
        var text = new char[OUTWARD + INWARD];
        for (var i = text.length - 1; i >= 0; i--) {
            text[i] = TEXT.charAt((int) (number % RADIX));
            number /= RADIX;
        }
        return new String(text, 0, OUTWARD).strip() + " " + new String(text, OUTWARD, INWARD);
    }

    /** A code of at most nine letters and digits; {@link #NONE} if the bytes spell none. */
    static long code(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_CODE) {
            return NONE;
        }
        var number = 0L;
        for (var i = from; i < to; i++) {
            var value = VALUES[bytes[i] & 0xff];
            if (value <= 0) {
                return NONE;
            }
            number = number * RADIX + value;
        }
        return number;
    }

    private static boolean isInward(long inward) {
        return isDigit(inward / (RADIX * RADIX)) && isLetter(inward / RADIX % RADIX) && isLetter(inward % RADIX);
    }

    /** Begins with a letter; the old ones of Newport and Girobank's hold letters alone. */
    private static boolean isOutward(long outward, int length) {
        var first = outward;
        for (var i = 1; i < length; i++) {
            first /= RADIX;
        }
        return isLetter(first);
    }

    private static boolean isDigit(long symbol) {
        return symbol >= 1 && symbol <= 10;
    }

    private static boolean isLetter(long symbol) {
        return symbol > 10;
    }

    private static byte[] values() {
        var values = new byte[256];
        java.util.Arrays.fill(values, (byte) NONE);
        for (var value = 0; value < TEXT.length(); value++) {
            var symbol = TEXT.charAt(value);
            values[symbol] = (byte) value;
            values[Character.toLowerCase(symbol)] = (byte) value;
        }
        return values;
    }
}
