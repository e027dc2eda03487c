package org.centrallobby.letter.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.centrallobby.letter.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What is true of every page: it loads nothing from elsewhere, runs no script, cannot be framed, and is kept by nobody. And it
 * is a page even where something else refused or failed: a supporter can do nothing with a problem document. A page that
 * brings a policy of its own, as the one for frames does, brings all of that.
 */
class PageFilter {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final Annotation[] NONE = {};
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private final ErrorPages errors;

    PageFilter(ErrorPages errors) {
        this.errors = errors;
    }

    @ServerResponseFilter
    void guard(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && isPage(request)) {
            response.setEntity(errors.html(problem), NONE, HTML);
        }
        var headers = response.getHeaders();
        if (!MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                || headers.containsKey("Content-Security-Policy")) {
            return;
        }
        headers.putSingle("Content-Security-Policy", POLICY);
        // Tokens stand in the addresses of private pages, which only this origin may learn. ("no-referrer" would hide
        // the origin of our own forms as well, so that they could not be told from another site's.)
        headers.putSingle("Referrer-Policy", "same-origin");
    }

    private static boolean isPage(ContainerRequestContext request) {
        return SameOriginFilter.PAGES.matcher(request.getUriInfo().getPath()).matches();
    }
}
