package org.centrallobby.lookup.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What follows "Dear" in a letter to a member. Parliament suggests it for some; where the suggestion contradicts the name
 * it is out of date, and the name decides: a knight is addressed by title and first name. Other titles take the surname,
 * which is certain only where there are just two names. Whoever uses no title is addressed by the whole name, because
 * nothing says which one would be right.
 */
final class Salutation {
    private static final Set<String> KNIGHTLY = Set.of("Sir", "Dame");
    private static final Set<String> FEMININE = Set.of("Dame", "Mrs", "Ms", "Miss");
    private static final Set<String> TITLES = Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Professor");
    private static final Set<String> STYLES = Set.of("Dear", "Rt", "Hon", "The", "Right", "Honourable");
    private static final Set<String> POST_NOMINALS =
            Set.of("KC", "QC", "MP", "OBE", "CBE", "MBE", "KBE", "KCB", "DBE", "PC");

    private Salutation() {}

    /** @param name with single spaces, for instance {@code Ms Diane Abbott} */
    static String of(String name) {
        return of(name, "");
    }

    /**
     * @param name with single spaces, for instance {@code Ms Diane Abbott}
     * @param suggested with single spaces, for instance {@code Ms Abbott}; empty where nothing is suggested
     */
    static String of(String name, String suggested) {
        var words = words(name);
        var title = words.isEmpty() ? "" : words.getFirst();
        if (KNIGHTLY.contains(title) && words.size() > 1) {
            return title + " " + words.get(1);
        }
        var suggestion = words(suggested.replace(".", ""));
        if (fits(suggestion, words)) {
            return String.join(" ", suggestion);
        }
        if (TITLES.contains(title) && words.size() == 3) {
            return title + " " + words.get(2);
        }
        return words.isEmpty() ? name : String.join(" ", words);
    }

    /** The Speaker is addressed by the office. */
    static String ofSpeaker(String name) {
        return FEMININE.contains(name.split(" ")[0]) ? "Madam Speaker" : "Mr Speaker";
    }

    /**
     * Whether a suggestion is good: it has a title or more than one name, for a bare name is curt, and holds nothing but
     * names of the member, with the title they use if they use one.
     */
    private static boolean fits(List<String> suggestion, List<String> name) {
        if (suggestion.size() < 2) {
            return false;
        }
        var title = suggestion.getFirst();
        if (!titled(title)) {
            return name.equals(suggestion);
        }
        return (name.getFirst().equals(title) || !titled(name.getFirst()))
                && name.containsAll(suggestion.subList(1, suggestion.size()));
    }

    private static boolean titled(String word) {
        return TITLES.contains(word) || KNIGHTLY.contains(word);
    }

    /** The words of a name without the styles before it and the letters after it. */
    private static List<String> words(String name) {
        var words = new ArrayList<>(List.of(name.replace(",", " ").strip().split(" +")));
        while (!words.isEmpty() && STYLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        words.removeIf(word -> word.isEmpty() || POST_NOMINALS.contains(word));
        return words;
    }
}
