package org.centrallobby.mail.identity;

/** Base 32 (RFC 4648, section 6) in lower case and without padding: it survives servers that change the case of an address. */
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] octets) {
        var out = new StringBuilder((octets.length * Byte.SIZE + BITS - 1) / BITS);
        var buffer = 0;
        var bits = 0;
        for (var octet : octets) {
            buffer = buffer << Byte.SIZE | octet & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                out.append(ALPHABET.charAt(buffer >>> bits & 31));
            }
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(buffer << BITS - bits & 31));
        }
        return out.toString();
    }

    /** The octets of what holds nothing but the alphabet's characters; bits that fill no octet are left out. */
    static byte[] decode(String text) {
        var octets = new byte[text.length() * BITS / Byte.SIZE];
        var buffer = 0;
        var bits = 0;
        var at = 0;
        for (var i = 0; i < text.length(); i++) {
            var value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Not base 32");
            }
            buffer = buffer << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                octets[at++] = (byte) (buffer >>> bits);
            }
        }
        return octets;
    }
}
