package org.centrallobby.lookup.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.FieldError;
import org.centrallobby.lookup.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the part
 * @param next the cursor of what follows; null at the end of the list
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** The most items of a page. */
    public static final int LARGEST = 200;

    /** The page that the items begin with.
     *
     * @param oneMore up to one item more than the limit, which tells whether anything follows
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** @throws Failure if no page may be so large or so small */
    public static void requireLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw invalid("#/limit", "Choose a limit from 1 to %d.".formatted(LARGEST));
        }
    }

    public static Failure invalid(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the parameter named below.",
                List.of(new FieldError(pointer, detail)));
    }

    /** The answer, with a link to what follows. */
    public <R> RestResponse<R> answer(String path, int limit, R body) {
        var response = RestResponse.ResponseBuilder.ok(body);
        if (next != null) {
            var cursor = URLEncoder.encode(next, StandardCharsets.UTF_8);
            response.header(HttpHeaders.LINK, "<%s?limit=%d&cursor=%s>; rel=\"next\"".formatted(path, limit, cursor));
        }
        return response.build();
    }
}
