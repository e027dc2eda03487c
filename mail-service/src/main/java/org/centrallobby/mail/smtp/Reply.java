package org.centrallobby.mail.smtp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the relay answered, or why there was no answer.
 *
 * @param code the SMTP reply code; null where no reply came
 * @param enhanced the enhanced status code (RFC 3463), such as 5.1.1; null where the relay gave none
 * @param text the relay's own words without the code, on one line, at most 500 characters; e-mail addresses in them are
 *     left out, as they belong to people
 */
public record Reply(@Nullable Integer code, @Nullable String enhanced, String text) {
    private static final int LONGEST_TEXT = 500;
    private static final Pattern LINE = Pattern.compile("(?m)^\\d{3}[ -]?");
    private static final Pattern ENHANCED = Pattern.compile("^([245]\\.\\d{1,3}\\.\\d{1,3})(\\s|$)");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\]\":;,]+@[^\\s<>()\\[\\]\":;,]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

    /** There was no answer. */
    public static Reply none(String why) {
        return new Reply(null, null, why);
    }

    /** The same reply with words of ours before its text. */
    public Reply after(String words) {
        return new Reply(code, enhanced, cut(words + text));
    }

    /** Reads what the server said, several lines too; a code outside 200 to 599 counts as no reply. */
    static Reply of(int code, @Nullable String response) {
        var words = LINE.matcher(response == null ? "" : response).replaceAll("");
        var line = ADDRESS.matcher(UNPRINTABLE.matcher(words).replaceAll(" ").strip())
                .replaceAll("(address)");
        if (code < 200 || code > 599) {
            return none("The relay's answer was not understood");
        }
        var enhanced = ENHANCED.matcher(line);
        return new Reply(code, enhanced.find() ? enhanced.group(1) : null, cut(line));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        var split = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, split ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
