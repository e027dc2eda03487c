package org.centrallobby.mail.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a list is answered. */
public final class Answer {
    private Answer() {}

    /**
     * A page of a list. Its Link header leads to what follows: the same request, filters and all, behind this page.
     *
     * @param next the cursor of what follows; null on the last page
     */
    public static <T> RestResponse<T> page(T page, @Nullable Object next, UriInfo request) {
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
}
