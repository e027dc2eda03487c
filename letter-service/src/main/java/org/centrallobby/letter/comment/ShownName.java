package org.centrallobby.letter.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.centrallobby.letter.campaign.CommentNames;

/** As little of a writer's name as the campaign's comments show. */
final class ShownName {
    private static final int LONGEST = 40;
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "rev",
            "revd",
            "reverend",
            "fr",
            "cllr",
            "councillor",
            "captain",
            "capt",
            "major",
            "rabbi",
            "imam");

    private ShownName() {}

    /** For instance {@code Gwen H.} or {@code Gwen} for Dr Gwen Hughes. */
    static String of(String fullName, CommentNames names) {
        var words = withoutTitles(Arrays.stream(fullName.strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .toList());
        if (words.isEmpty()) {
            return "A supporter";
        }
        var first = shortened(words.getFirst());
        if (names == CommentNames.FIRST || words.size() == 1) {
            return first;
        }
        return first + " " + initial(words.getLast()) + ".";
    }

    private static List<String> withoutTitles(List<String> words) {
        var rest = words;
        while (rest.size() > 1
                && TITLES.contains(rest.getFirst().replace(".", "").toLowerCase(Locale.ROOT))) {
            rest = rest.subList(1, rest.size());
        }
        return rest;
    }

    private static String initial(String word) {
        var letter = word.codePoints().filter(Character::isLetter).findFirst().orElseThrow();
        return Character.toString(Character.toUpperCase(letter));
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
