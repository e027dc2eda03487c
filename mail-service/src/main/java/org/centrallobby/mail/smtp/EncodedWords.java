package org.centrallobby.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Text outside US-ASCII in headers (RFC 2047). Own code, as the mail library fills the first line to 75 characters behind
 * the header's name and so past the 76 that a line may have.
 */
final class EncodedWords {
    private static final int WORD_LIMIT = 75;
    private static final int LINE_LIMIT = 76;
    private static final int FRAME = "=?UTF-8?Q??=".length();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String LITERAL = "!*+-/";

    private EncodedWords() {}

    /**
     * The words, each on a line of its own after the first; a code point is never split.
     *
     * @param used how many characters stand on the first line already
     */
    static String of(String text, int used) {
        var base64 = base64Length(utf8(text).length) < quotedLength(text);
        var words = new ArrayList<String>();
        var start = 0;
        while (start < text.length()) {
            var room = Math.min(WORD_LIMIT, LINE_LIMIT - (words.isEmpty() ? used : 1)) - FRAME;
            var end = end(text, start, room, base64);
            words.add(word(text.substring(start, end), base64));
            start = end;
        }
        return String.join("\r\n ", words);
    }

    private static int end(String text, int start, int room, boolean base64) {
        var end = start;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            var part = text.substring(start, next);
            var length = base64 ? base64Length(utf8(part).length) : quotedLength(part);
            if (length > room && end > start) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static String word(String part, boolean base64) {
        return base64
                ? "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(part)) + "?="
                : "=?UTF-8?Q?" + quoted(part) + "?=";
    }

    private static String quoted(String part) {
        var out = new StringBuilder();
        for (var octet : utf8(part)) {
            if (octet == ' ') {
                out.append('_');
            } else if (isLiteral(octet)) {
                out.append((char) octet);
            } else {
                out.append('=').append(HEX.toHexDigits(octet));
            }
        }
        return out.toString();
    }

    private static int quotedLength(String part) {
        var length = 0;
        for (var octet : utf8(part)) {
            length += octet == ' ' || isLiteral(octet) ? 1 : 3;
        }
        return length;
    }

    /** The few characters that may stand for themselves in a phrase too (RFC 2047, section 5, rule 3). */
    private static boolean isLiteral(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || LITERAL.indexOf(octet) >= 0;
    }

    private static int base64Length(int octets) {
        return (octets + 2) / 3 * 4;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
