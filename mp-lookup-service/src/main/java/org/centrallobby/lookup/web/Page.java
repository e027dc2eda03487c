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
        return linked(RestResponse.ResponseBuilder.ok(body), path, limit, null);
    }

    /**
     * The answer with a link to what follows, or that it is the one the caller has.
     *
     * @param q what was searched for; null if nothing was
     * @param version names the release
     * @param known the header {@code If-None-Match}; null where there was none
     */
    public <R> RestResponse<R> answer(
            String path, int limit, @Nullable String q, R body, String version, @Nullable String known) {
        return linked(Versioned.builder(body, version, known), path, limit, q);
    }

    private <R> RestResponse<R> linked(
            RestResponse.ResponseBuilder<R> response, String path, int limit, @Nullable String q) {
        if (next != null) {
            var search = q == null ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
            var cursor = URLEncoder.encode(next, StandardCharsets.UTF_8);
            response.header(
                    HttpHeaders.LINK, "<%s?limit=%d%s&cursor=%s>; rel=\"next\"".formatted(path, limit, search, cursor));
        }
        return response.build();
    }
}
