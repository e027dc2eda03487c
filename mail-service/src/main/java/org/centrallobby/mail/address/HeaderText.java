package org.centrallobby.mail.address;

/** What a header can carry at all. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * Whether the text can stand in a header: no control character (CR and LF would begin another header), none of the
     * Unicode line and paragraph separators, no half of a surrogate pair.
     */
    public static boolean isSafe(String text) {
        return text.codePoints().noneMatch(HeaderText::isUnsafe);
    }

    /** The last guard, behind every validation; the message never repeats the text. */
    public static String requireSafe(String text) {
        if (!isSafe(text)) {
            throw new IllegalArgumentException("A header value holds a control character");
        }
        return text;
    }

    /** Whether only printable US-ASCII stands there. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
