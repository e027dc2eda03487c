package org.centrallobby.letter.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the page that follows; null on the last
 */
public record Page<T>(List<T> entries, @Nullable String next) {
    /** @param found one entry more than the page holds, where there is one more */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        var entries = List.copyOf(found.subList(0, limit));
        return new Page<>(entries, new Cursor(id.apply(entries.getLast())).encoded());
    }

    /** The same page of other values. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(entries.stream().map(view).toList(), next);
    }
}
