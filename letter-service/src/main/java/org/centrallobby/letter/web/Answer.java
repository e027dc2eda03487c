package org.centrallobby.letter.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How lists, and readers who come back, are answered. */
public final class Answer {
    private Answer() {}

    /**
     * A page of a list. Its Link header leads to what follows: the same request, filters and all, behind this page.
     *
     * @param next the cursor of what follows; null on the last page
     */
    public static <T> RestResponse<T> page(T page, @Nullable String next, UriInfo request) {
        var response = RestResponse.ResponseBuilder.ok(page);
        if (next != null) {
            var following = request.getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build();
            response.header(
                    HttpHeaders.LINK,
                    "<%s?%s>; rel=\"next\"".formatted(following.getRawPath(), following.getRawQuery()));
        }
        return response.build();
    }

    /**
     * The answer to a reader who has it already, to be completed; null for one who has not.
     *
     * @throws Failure if the reader asks for another version than there is
     */
    public static Response.@Nullable ResponseBuilder unchanged(Request request, EntityTag tag) {
        var answer = request.evaluatePreconditions(tag);
        if (answer != null && answer.build().getStatus() == ProblemType.PRECONDITION_FAILED.status()) {
            throw new Failure(ProblemType.PRECONDITION_FAILED, "Leave If-Match out to read what there is.");
        }
        return answer;
    }
}
