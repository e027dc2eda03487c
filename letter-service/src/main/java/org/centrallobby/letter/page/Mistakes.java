package org.centrallobby.letter.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.problem.Failure;

/**
 * What stands in the way of the next step, for the summary at the top of a page and, in the same words, at each field.
 *
 * @param fields message by the name of the form's field, in the order of the form
 * @param general what belongs to no field
 */
record Mistakes(Map<String, String> fields, List<String> general) {
    static final Mistakes NONE = new Mistakes(Map.of(), List.of());

    private static final String POINTER_START = "#/";

    /** @param field takes what the failure does not pin on a field of its own; empty: nothing does */
    static Mistakes of(Failure failure, String field) {
        if (!failure.errors().isEmpty()) {
            var fields = new LinkedHashMap<String, String>();
            failure.errors()
                    .forEach(error -> fields.putIfAbsent(error.pointer().replace(POINTER_START, ""), error.detail()));
            return new Mistakes(fields, List.of());
        }
        return field.isEmpty()
                ? new Mistakes(Map.of(), List.of(failure.detail()))
                : new Mistakes(Map.of(field, failure.detail()), List.of());
    }

    /** Too much comes from one place, or everywhere at once, for a page that runs no script. */
    static Mistakes ofRush() {
        return new Mistakes(
                Map.of(),
                List.of(
                        "Very many letters are coming in at the moment. Wait ten minutes and try again, or turn on JavaScript"
                                + " and write on the campaign's own website, where your browser can show that you are not a machine."));
    }

    /** The campaign takes letters only from browsers that prove work, however few come. */
    static Mistakes ofMissingScript() {
        return new Mistakes(
                Map.of(),
                List.of(
                        "This campaign needs JavaScript, with which your browser shows that you are not a machine. This page does"
                                + " without it: send your letter on the campaign's own website, with JavaScript turned on."));
    }

    static Mistakes ofField(String field, String message) {
        return new Mistakes(Map.of(field, message), List.of());
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
