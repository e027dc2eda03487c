package org.centrallobby.lookup.web;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stay the same as long as the release does: its number is their {@code ETag}. Whoever sends it back is told
 * that nothing has changed. What is asked for may be somebody's postcode, so no shared cache keeps it.
 */
public final class Versioned {
    private static final String PRIVATE = "private, no-cache";

    /** In the form that is written without being looked at again. */
    private static final CharSequence PRIVATE_READY = io.vertx.core.http.HttpHeaders.createOptimized(PRIVATE);

    private Versioned() {}

    /** The version as the header {@code ETag} has it, in the form that is written without being looked at again. */
    public static CharSequence tag(String version) {
        return io.vertx.core.http.HttpHeaders.createOptimized("\"" + version + "\"");
    }

    /**
     * The answer, or that it is the one the caller has.
     *
     * @param version names the release
     * @param known the header {@code If-None-Match}; null where there was none
     */
    public static <T> RestResponse<T> answer(T body, String version, @Nullable String known) {
        return builder(body, version, known).build();
    }

    /**
     * Stamps an answer that is being given, for those that are asked for ten thousand times a second: a
     * {@link RestResponse} for each would cost a quarter of that.
     *
     * @param tag the version between quotes
     * @throws WebApplicationException to say that the answer is the one the caller has
     */
    public static void stamp(HttpServerResponse response, CharSequence tag, @Nullable String known) {
        if (known != null && known.contains(tag)) {
            throw new WebApplicationException(Response.notModified()
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                    .build());
        }
        response.putHeader(io.vertx.core.http.HttpHeaders.ETAG, tag)
                .putHeader(io.vertx.core.http.HttpHeaders.CACHE_CONTROL, PRIVATE_READY);
    }

    /** As {@link #answer}, to be added to. */
    public static <T> ResponseBuilder<T> builder(T body, String version, @Nullable String known) {
        var tag = "\"" + version + "\"";
        var response = known != null && known.contains(tag)
                ? ResponseBuilder.<T>create(Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body);
        return response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, PRIVATE);
    }
}
