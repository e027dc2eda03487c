package org.centrallobby.letter.letter;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a letter in which its writer says something from one in which only the organisation speaks. */
final class OwnSentence {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Shorter ones, such as "Thank you.", say nothing of a writer's own. */
    private static final int SHORTEST = 20;

    private OwnSentence() {}

    /** Whether the body has a sentence of 20 letters and digits or more that does not stand in the organisation's words. */
    static boolean isIn(String body, String organisations) {
        var known = folded(organisations);
        return END.splitAsStream(body)
                .map(OwnSentence::folded)
                .anyMatch(sentence -> sentence.length() >= SHORTEST && !known.contains(sentence));
    }

    private static String folded(String text) {
        return BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
