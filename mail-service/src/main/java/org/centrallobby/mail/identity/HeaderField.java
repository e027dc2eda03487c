package org.centrallobby.mail.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A header field in the relaxed form of RFC 6376, section 3.4.2.
 *
 * @param name in lower case
 * @param value on one line, every run of white space a single space
 */
record HeaderField(String name, String value) {
    /** The fields of a head whose lines end with CRLF. */
    static List<HeaderField> all(String head) {
        var fields = new ArrayList<HeaderField>();
        var start = 0;
        while (start < head.length()) {
            var end = endOfField(head, start);
            fields.add(of(head.substring(start, end)));
            start = end;
        }
        return fields;
    }

    static HeaderField of(String field) {
        var colon = field.indexOf(':');
        return new HeaderField(
                field.substring(0, colon).strip().toLowerCase(Locale.ROOT), relaxed(field.substring(colon + 1)));
    }

    String relaxed() {
        return name + ':' + value;
    }

    private static int endOfField(String head, int start) {
        var end = head.indexOf("\r\n", start);
        while (end >= 0 && end + 2 < head.length() && isSpace(head.charAt(end + 2))) {
            end = head.indexOf("\r\n", end + 2);
        }
        return end < 0 ? head.length() : end + 2;
    }

    private static String relaxed(String value) {
        var out = new StringBuilder(value.length());
        var space = false;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else if (c != '\r' && c != '\n') {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
