package org.centrallobby.letter.similarity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Texts without what a writer changes last: case, punctuation, line ends. */
final class NormalText {
    private NormalText() {}

    /** Lower case in any script; whatever is no letter, mark or digit has become one space; none at either end. */
    static String of(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = new StringBuilder(composed.length());
        var between = false;
        for (int place = 0, character; place < composed.length(); place += Character.charCount(character)) {
            character = composed.codePointAt(place);
            if (!isInWord(character)) {
                between = !words.isEmpty();
            } else {
                if (between) {
                    words.append(' ');
                    between = false;
                }
                words.appendCodePoint(character);
            }
        }
        return words.toString();
    }

    private static boolean isInWord(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    static byte[] bytes(String text) {
        return of(text).getBytes(StandardCharsets.UTF_8);
    }
}
