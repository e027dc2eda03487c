package org.centrallobby.letter.page;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What is true of every page: it loads nothing from elsewhere, runs no script, cannot be framed, and is kept by nobody. A page
 * that brings a policy of its own, as the one for frames does, brings all of that.
 */
class PageFilter {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    @ServerResponseFilter
    void guard(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                || headers.containsKey("Content-Security-Policy")) {
            return;
        }
        headers.putSingle("Content-Security-Policy", POLICY);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        // Tokens stand in the addresses of private pages, which only this origin may learn. ("no-referrer" would hide
        // the origin
        // of our own forms as well, so that they could not be told from another site's.)
        headers.putSingle("Referrer-Policy", "same-origin");
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
