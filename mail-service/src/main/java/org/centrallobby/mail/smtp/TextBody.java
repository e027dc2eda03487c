package org.centrallobby.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A text as a mail carries it: CRLF line ends, quoted-printable or, where that is shorter, base64 (RFC 2045). Either way
 * only short lines of US-ASCII travel, so that no server on the way has a reason to change a byte.
 *
 * @param encoding the value of Content-Transfer-Encoding
 */
record TextBody(String encoding, String encoded) {
    private static final int LINE_LIMIT = 76;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] CRLF = {'\r', '\n'};

    /** Any kind of line end is taken; the text ends with one. */
    static TextBody of(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var whole = lines.endsWith("\n") ? lines : lines + "\n";
        var quoted = quotedPrintable(whole);
        var base64 = Base64.getMimeEncoder(LINE_LIMIT, CRLF)
                .encodeToString(whole.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return base64.length() + CRLF.length < quoted.length()
                ? new TextBody("base64", base64 + "\r\n")
                : new TextBody("quoted-printable", quoted);
    }

    private static String quotedPrintable(String text) {
        var out = new StringBuilder(text.length() + text.length() / 8);
        for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
            quoteLine(line.getBytes(StandardCharsets.UTF_8), out);
            out.append("\r\n");
        }
        return out.toString();
    }

    private static void quoteLine(byte[] line, StringBuilder out) {
        var column = 0;
        for (var i = 0; i < line.length; i++) {
            var last = i == line.length - 1;
            var literal = isLiteral(line[i], last) && !(i == 0 && startsLikeAMailbox(line));
            var width = literal ? 1 : 3;
            // The last character of a line may take the place that is kept for the sign of a soft break.
            if (column + width > (last ? LINE_LIMIT : LINE_LIMIT - 1)) {
                out.append("=\r\n");
                column = 0;
            }
            if (literal) {
                out.append((char) line[i]);
            } else {
                out.append('=').append(HEX.toHexDigits(line[i]));
            }
            column += width;
        }
    }

    private static boolean isLiteral(byte octet, boolean last) {
        if (octet == ' ' || octet == '\t') {
            return !last;
        }
        return octet > ' ' && octet < 0x7F && octet != '=';
    }

    /** "From " at the start of a line is taken for the start of another mail by software that keeps mails in one file. */
    private static boolean startsLikeAMailbox(byte[] line) {
        return line.length > 4
                && line[0] == 'F'
                && line[1] == 'r'
                && line[2] == 'o'
                && line[3] == 'm'
                && line[4] == ' ';
    }

    @Override
    public String toString() {
        return "TextBody[%s, %d characters]".formatted(encoding, encoded.length());
    }
}
