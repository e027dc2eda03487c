package org.centrallobby.lookup.postcode;

/**
 * A postcode as two small numbers: the sector it lies in (the outward half and the digit of the inward half) and its
 * slot among the 441 that the two letters of the inward half make. A sector's postcodes stand together, in order.
 */
final class PackedPostcode {
    /** Slots of a sector. */
    static final int SLOTS = Postcode.INWARD_LETTERS.length() * Postcode.INWARD_LETTERS.length();

    private static final int SYMBOLS = 37;
    private static final int LONGEST_OUTWARD = 4;
    private static final int SLOT_BITS = 9;

    private PackedPostcode() {}

    /** Sector and slot in one number, less than 2^34, that orders as they do. */
    static long of(Postcode postcode) {
        return of(sector(postcode), slot(postcode));
    }

    static long of(int sector, int slot) {
        return ((long) sector << SLOT_BITS) | slot;
    }

    static int sector(long packed) {
        return (int) (packed >>> SLOT_BITS);
    }

    static int slot(long packed) {
        return (int) (packed & ((1 << SLOT_BITS) - 1));
    }

    static int sector(Postcode postcode) {
        return outward(postcode.outward()) * 10 + (postcode.inward().charAt(0) - '0');
    }

    static int slot(Postcode postcode) {
        var letters = Postcode.INWARD_LETTERS;
        return letters.indexOf(postcode.inward().charAt(1)) * letters.length()
                + letters.indexOf(postcode.inward().charAt(2));
    }

    /** The first sector of an area, for instance {@code BT}, and by {@code area + 1 letter} the first one behind it. */
    static int firstSector(String outwardPrefix) {
        return outward(outwardPrefix) * 10;
    }

    private static int outward(String text) {
        var number = 0;
        for (var i = 0; i < LONGEST_OUTWARD; i++) {
            number = number * SYMBOLS + (i < text.length() ? symbol(text.charAt(i)) : 0);
        }
        return number;
    }

    /** 0 is the blank; digits stand before letters. */
    private static int symbol(char c) {
        return c <= '9' ? c - '0' + 1 : c - 'A' + 11;
    }
}
