package org.centrallobby.letter.similarity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without what a writer changes last: case, punctuation, line ends. */
final class NormalText {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private NormalText() {}

    /** Lower case in any script; whatever is no letter, mark or digit has become one space; none at either end. */
    static String of(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(composed).replaceAll(" ").strip();
    }

    static byte[] bytes(String text) {
        return of(text).getBytes(StandardCharsets.UTF_8);
    }
}
