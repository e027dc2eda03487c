package org.centrallobby.mail.bounce;

/** The text of an answer, as it is passed on. */
final class Answers {
    private static final int LONGEST = 20_000;

    private Answers() {}

    /** LF line ends, no control characters but tab, no more than two empty lines, at most 20,000 characters. */
    static String text(String text) {
        var clean = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll(
                        "[\\p{Cc}&&[^\\n\\t]]|[\\p{Zl}\\p{Zp}]|[\\ud800-\\udfff](?<![\\ud800-\\udbff][\\udc00-\\udfff])(?![\\udc00-\\udfff])",
                        "")
                // Each row of blanks is tried once, from its first: a message of a million of them is read as soon as
                // another.
                .replaceAll("(?m)(?<![ \\t])[ \\t]++$", "")
                .replaceAll("\\n{4,}", "\n\n\n")
                .strip();
        return clean.length() > LONGEST
                ? clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, LONGEST)))
                : clean;
    }
}
