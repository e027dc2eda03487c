package org.centrallobby.lookup.postcode;

/**
 * What somebody typed where a postcode was asked for: spaces, hyphens, dots, brackets and case do not matter, and O and
 * 0, I and 1 are taken for each other where the place in the postcode asks for the other one. Nothing here allocates.
 */
final class TypedPostcode {
    /** What cannot be a postcode however it is read. */
    static final long NONE = -1;

    /** Of what is typed, blanks and all; nobody means more by a postcode. */
    private static final int LONGEST = 200;

    private static final int LONGEST_COMPACT = 7;

    /**
     * The forms of outward halves (two to four characters) and of whole postcodes (five to seven) by their length, the digits
     * marked by bits: the leftmost character is the highest bit.
     */
    private static final int[][] SHAPES = {
        {},
        {},
        {0b01},
        {0b011, 0b001, 0b010},
        {0b0011, 0b0010},
        {0b01100},
        {0b011100, 0b001100, 0b010100},
        {0b0011100, 0b0010100}
    };

    private TypedPostcode() {}

    /**
     * The letters and digits of the text in the compact form of {@link PackedPostcode}, as capitals.
     *
     * @return {@link #NONE} if there are more than a postcode has, or letters of another script
     */
    static long compact(CharSequence text) {
        if (text.length() > LONGEST) {
            return NONE;
        }
        var compact = 0L;
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var typed = text.charAt(i);
            var capital = typed < CAPITALS.length ? CAPITALS[typed] : unusualCapital(typed);
            if (capital == OTHER_SCRIPT) {
                return NONE;
            }
            // Nothing is decided here on whether the character counts: processors guess that wrong too often.
            var counts = capital == 0 ? 0 : 1;
            compact = compact << counts * Byte.SIZE | capital;
            length += counts;
        }
        return length > LONGEST_COMPACT ? NONE : compact;
    }

    /** How many readings of a compact form of this length there may be. */
    static int shapes(int length) {
        return SHAPES[length].length;
    }

    /** The compact form with letters put where the shape has letters and digits where it has digits. */
    static long shaped(long compact, int length, int shape) {
        var digits = SHAPES[length][shape];
        var result = 0L;
        for (var place = length - 1; place >= 0; place--) {
            var c = (int) (compact >>> place * Byte.SIZE) & 0xFF;
            result = result << Byte.SIZE | ((digits >>> place & 1) == 1 ? asDigit(c) : asLetter(c));
        }
        return result;
    }

    static int length(long compact) {
        return (Long.SIZE - Long.numberOfLeadingZeros(compact) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static final byte OTHER_SCRIPT = -1;

    /** The width that East Asian keyboards give to Latin letters and digits. */
    private static final int FULL_WIDTH = 0xFEE0;

    /** By ASCII character: the capital or digit; 0 for what does not count. */
    private static final byte[] CAPITALS = capitals();

    /** As {@link #CAPITALS}; {@link #OTHER_SCRIPT} for letters and digits that no postcode has. */
    private static byte unusualCapital(char typed) {
        if (typed > FULL_WIDTH && typed - FULL_WIDTH < CAPITALS.length) {
            return CAPITALS[typed - FULL_WIDTH];
        }
        return Character.isLetterOrDigit(typed) ? OTHER_SCRIPT : 0;
    }

    private static byte[] capitals() {
        var capitals = new byte[0x80];
        for (var c = 'A'; c <= 'Z'; c++) {
            capitals[c] = (byte) c;
            capitals[Character.toLowerCase(c)] = (byte) c;
        }
        for (var c = '0'; c <= '9'; c++) {
            capitals[c] = (byte) c;
        }
        return capitals;
    }

    private static int asDigit(int c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I' -> '1';
            default -> c;
        };
    }

    private static int asLetter(int c) {
        return switch (c) {
            case '0' -> 'O';
            case '1' -> 'I';
            default -> c;
        };
    }
}
