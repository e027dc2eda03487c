package org.centrallobby.letter.map;

import java.util.ArrayList;
import java.util.List;
import org.centrallobby.letter.language.Language;

/**
 * The steps in which a map tells more letters from fewer: four, whose bounds are round and fit the fullest seat.
 *
 * @param bounds the least letters of each step, from the first
 */
public record Shades(List<Long> bounds) {
    /** @param most the letters of the seat that has most */
    public static Shades upTo(long most) {
        if (most <= 4) {
            return new Shades(List.of(1L, 2L, 3L, 4L));
        }
        if (most <= 20) {
            return new Shades(List.of(1L, 2L, 5L, 10L));
        }
        if (most <= 100) {
            return new Shades(List.of(1L, 5L, 20L, 50L));
        }
        if (most <= 500) {
            return new Shades(List.of(1L, 20L, 100L, 250L));
        }
        return new Shades(List.of(1L, 100L, 500L, 1_000L));
    }

    /** The step of so many letters: 0 without any, 4 at most. */
    public int step(long letters) {
        return (int) bounds.stream().filter(bound -> letters >= bound).count();
    }

    /** What each step stands for in words, from the one without letters. */
    public List<String> named(Language language) {
        var names = new ArrayList<String>();
        names.add(language.say("map.none"));
        for (var i = 0; i < bounds.size(); i++) {
            names.add(
                    i + 1 == bounds.size()
                            ? language.say("map.or-more", "from", bounds.get(i))
                            : range(language, bounds.get(i), bounds.get(i + 1) - 1));
        }
        return names;
    }

    private static String range(Language language, long from, long to) {
        return from == to
                ? language.say("map.letters", "count", from)
                : language.say("map.range", "from", from, "to", to);
    }
}
