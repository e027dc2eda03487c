package org.centrallobby.mail.bounce;

import java.util.Map;
import java.util.regex.Pattern;

/** What is left of HTML when nothing but its words may remain. */
final class PlainText {
    // A tag reaches to the next bracket of either kind at most, and nothing is tried twice: whatever the page, it is
    // read in
    // one pass.
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|head|title)\\b[^<>]*+>.*?(?:</\\1\\s*+>|\\z)|<!--.*?(?:-->|\\z)");
    private static final Pattern BREAK =
            Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h[1-6]|/blockquote|p|div|li)\\b[^<>]*+>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^<>]*+>?");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "rsquo", "’", "ndash", "–");

    private PlainText() {}

    /** The words of a page, block by block on lines of their own. */
    static String ofHtml(String html) {
        var text = UNSEEN.matcher(html).replaceAll(" ").replaceAll("[\\r\\n\\t ]+", " ");
        text = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll(" ");
        return ENTITY.matcher(text)
                .replaceAll(entity -> java.util.regex.Matcher.quoteReplacement(decoded(entity.group(1))))
                .replaceAll(" {2,}", " ")
                .replaceAll("(?m)^ | $", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String decoded(String entity) {
        if (entity.charAt(0) != '#') {
            return ENTITIES.getOrDefault(entity, " ");
        }
        var code = entity.charAt(1) == 'x' || entity.charAt(1) == 'X'
                ? Integer.parseInt(entity.substring(2), 16)
                : Integer.parseInt(entity.substring(1));
        return Character.isValidCodePoint(code) && !Character.isISOControl(code) ? Character.toString(code) : " ";
    }
}
