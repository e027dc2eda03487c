package org.centrallobby.letter.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;

/**
 * What stands in the way of the next step, for the summary at the top of a page and, in the same words, at each field.
 *
 * @param fields message by the name of the form's field, in the order of the form
 * @param general what belongs to no field
 * @param areas the constituencies into which the beginning of an unknown postcode reaches, as a list to read; empty where that
 *     says nothing
 */
record Mistakes(Map<String, String> fields, List<String> general, String areas) {
    static final Mistakes NONE = new Mistakes(Map.of(), List.of(), "");

    private static final String POINTER_START = "#/";
    private static final int SERVER_ERROR = 500;
    private static final int MOST_AREAS = 8;

    /** @param field takes what the failure does not pin on a field of its own; empty: nothing does */
    static Mistakes of(Language language, Failure failure, String field) {
        if (!failure.errors().isEmpty()) {
            var fields = new LinkedHashMap<String, String>();
            failure.errors()
                    .forEach(error ->
                            fields.putIfAbsent(error.pointer().replace(POINTER_START, ""), words(language, error)));
            return new Mistakes(fields, List.of(), "");
        }
        var words = words(language, failure);
        return field.isEmpty()
                ? new Mistakes(Map.of(), List.of(words), "")
                : new Mistakes(Map.of(field, words), List.of(), areas(language, failure));
    }

    static Mistakes ofField(String field, String message) {
        return new Mistakes(Map.of(field, message), List.of(), "");
    }

    static Mistakes ofAll(String message) {
        return new Mistakes(Map.of(), List.of(message), "");
    }

    private static String words(Language language, FieldError error) {
        var said = error.said();
        return said == null ? error.detail() : said.in(language);
    }

    /**
     * A failure in the reader's language, by its kind. What only the organisation can say is theirs already; what is new to
     * these pages is said as the API does.
     */
    static String words(Language language, Failure failure) {
        var territory = "territory." + failure.extensions().get("territory");
        if (language.knows(territory)) {
            return language.say(territory);
        }
        if (failure.type() == ProblemType.WRONG_CODE
                && Integer.valueOf(0).equals(failure.extensions().get("attemptsLeft"))) {
            return language.say("problem.wrong-code.last");
        }
        var uri = failure.type().uri();
        var problem = "problem." + uri.substring(uri.lastIndexOf('/') + 1);
        return language.knows(problem) ? language.say(problem) : failure.detail();
    }

    /** What was refused or failed elsewhere, by its kind; where that says nothing to a supporter, what they can do. */
    static String words(Language language, Problem problem) {
        var kind = "problem." + problem.type().substring(problem.type().lastIndexOf('/') + 1);
        return language.say(language.knows(kind) ? kind : "problem.bad-request")
                + (problem.status() < SERVER_ERROR ? "" : " " + language.say("problem.go-back"));
    }

    private static String areas(Language language, Failure failure) {
        return failure.extensions().get("candidates") instanceof Collection<?> candidates
                ? candidates.stream()
                        .limit(MOST_AREAS)
                        .map(Constituency.class::cast)
                        .map(constituency -> constituency.nameIn(language.tag()))
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** These, with what is wrong with one field said at another: the page asks for it there. */
    Mistakes moved(String field, String to) {
        if (!fields.containsKey(field)) {
            return this;
        }
        var moved = new LinkedHashMap<String, String>();
        fields.forEach((name, words) -> moved.putIfAbsent(name.equals(field) ? to : name, words));
        return new Mistakes(moved, general, areas);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && general.isEmpty();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The message at a field; empty where it is well. */
    public String at(String field) {
        return fields.getOrDefault(field, "");
    }
}
