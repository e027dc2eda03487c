package org.centrallobby.lookup.member;

import java.util.List;
import java.util.Set;

/**
 * What follows "Dear" in a letter to a member, made of the name as Parliament shows it. A knight is addressed by title
 * and first name. Other titles take the surname, which is certain only where there are just two names. Whoever uses no
 * title is addressed by the whole name, because nothing says which one would be right.
 */
final class Salutation {
    private static final Set<String> KNIGHTLY = Set.of("Sir", "Dame");
    private static final Set<String> FEMININE = Set.of("Dame", "Mrs", "Ms", "Miss");
    private static final Set<String> TITLES = Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Professor");
    private static final Set<String> POST_NOMINALS = Set.of("KC", "MP", "OBE", "CBE", "MBE", "KCB", "DBE", "PC");

    private Salutation() {}

    /** @param name with single spaces, for instance {@code Ms Diane Abbott} */
    static String of(String name) {
        var words = List.of(name.split(" ")).stream()
                .filter(word -> !POST_NOMINALS.contains(word))
                .toList();
        var title = words.getFirst();
        if (KNIGHTLY.contains(title) && words.size() > 1) {
            return title + " " + words.get(1);
        }
        if (TITLES.contains(title) && words.size() == 3) {
            return title + " " + words.get(2);
        }
        return String.join(" ", words);
    }

    /** The Speaker is addressed by the office. */
    static String ofSpeaker(String name) {
        return FEMININE.contains(name.split(" ")[0]) ? "Madam Speaker" : "Mr Speaker";
    }
}
