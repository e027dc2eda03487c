package org.centrallobby.mail.smtp;

import org.centrallobby.mail.address.HeaderText;
import org.jspecify.annotations.Nullable;

/** The head of a mail as it is written, header by header (RFC 5322); lines are folded at 78 characters where they can be. */
final class Headers {
    private static final int LINE_LIMIT = 78;
    /** A line with an encoded word in it (RFC 2047, section 2). */
    private static final int ENCODED_LINE_LIMIT = 76;

    /** A phrase or a word that is longer is written as encoded words, which can be folded anywhere. */
    private static final int UNBROKEN_LIMIT = 60;

    private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private final StringBuilder head = new StringBuilder();

    /** A value of our own making, printable US-ASCII. */
    Headers add(String name, String value) {
        if (!HeaderText.isAscii(value)) {
            throw new IllegalArgumentException("The value of %s is not plain".formatted(name));
        }
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Free text. */
    Headers text(String name, String text) {
        HeaderText.requireSafe(text);
        head.append(name).append(": ");
        var used = name.length() + 2;
        head.append(isPlain(text) ? folded(text, used) : EncodedWords.of(text, used));
        head.append("\r\n");
        return this;
    }

    /** What stands between angle brackets, with the name before it that people read. */
    Headers named(String header, @Nullable String name, String bracketed) {
        HeaderText.requireSafe(bracketed);
        head.append(header).append(": ");
        var start = head.length();
        if (name != null && !name.isBlank()) {
            head.append(phrase(HeaderText.requireSafe(name), header.length() + 2));
            var lastBreak = head.lastIndexOf("\n");
            var used = head.length() - Math.max(lastBreak + 1, start - header.length() - 2);
            head.append(used + bracketed.length() + 3 > ENCODED_LINE_LIMIT ? "\r\n " : " ");
        }
        head.append('<').append(bracketed).append(">\r\n");
        return this;
    }

    private static String phrase(String name, int used) {
        if (name.length() > UNBROKEN_LIMIT || !HeaderText.isAscii(name) || name.contains("=?")) {
            return EncodedWords.of(name, used);
        }
        if (name.chars().allMatch(Headers::isAtomic) && name.strip().equals(name) && !name.contains("  ")) {
            return name;
        }
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isAtomic(int c) {
        return c == ' '
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ATOM_SPECIALS.indexOf(c) >= 0;
    }

    /** Whether the text can be written as it is and still be folded: spaces single, between words that fit a line. */
    private static boolean isPlain(String text) {
        return HeaderText.isAscii(text)
                && !text.contains("=?")
                && !text.contains("  ")
                && text.strip().equals(text)
                && java.util.Arrays.stream(text.split(" ")).allMatch(word -> word.length() <= UNBROKEN_LIMIT);
    }

    private static String folded(String text, int used) {
        var out = new StringBuilder();
        var column = used;
        for (var word : text.split(" ")) {
            if (!out.isEmpty()) {
                var breaks = column + 1 + word.length() > LINE_LIMIT;
                out.append(breaks ? "\r\n " : " ");
                column = breaks ? 1 : column + 1;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return head.toString();
    }
}
