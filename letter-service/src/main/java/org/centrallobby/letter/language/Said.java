package org.centrallobby.letter.language;

import java.util.Map;

/**
 * Something to be said in whatever language its hearer reads.
 *
 * @param key of the phrase
 * @param values what is filled in; never personal data
 */
public record Said(String key, Map<String, Object> values) {
    public Said {
        values = Map.copyOf(values);
    }

    public static Said of(String key) {
        return new Said(key, Map.of());
    }

    public static Said of(String key, String name, Object value) {
        return new Said(key, Map.of(name, value));
    }

    /** In that language. */
    public String in(Language language) {
        return language.say(key, values);
    }
}
