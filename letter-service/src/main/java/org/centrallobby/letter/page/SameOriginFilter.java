package org.centrallobby.letter.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;
import org.centrallobby.letter.campaign.PublicAddress;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pages' forms from the pages only. Another site could otherwise have its visitors' browsers send a letter, or press
 * the button of somebody's confirmation. Browsers say where a form comes from; one that does not is let through.
 */
class SameOriginFilter {
    static final Pattern PAGES = Pattern.compile("/(?:c|confirm|letter)/.*");

    private final PublicAddress address;
    private final ErrorPages errors;

    SameOriginFilter(PublicAddress address, ErrorPages errors) {
        this.address = address;
        this.errors = errors;
    }

    @ServerRequestFilter
    @Nullable Response check(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST")
                || !PAGES.matcher(request.getUriInfo().getPath()).matches()
                || isOwn(request)) {
            return null;
        }
        return PageMapper.response(errors.otherSite());
    }

    /** Sec-Fetch-Site is the browser's own judgement (Fetch Metadata); older ones send the origin. */
    private boolean isOwn(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.getHeaderString("Origin");
        return origin == null
                || origin.equals(address.origin())
                || isOf(origin, request.getHeaderString(HttpHeaders.HOST));
    }

    /** A platform may be known by more than one name; a browser cannot be made to send another Host than it connects to. */
    private static boolean isOf(String origin, @Nullable String host) {
        return host != null && origin.toLowerCase(Locale.ROOT).endsWith("://" + host.toLowerCase(Locale.ROOT));
    }
}
