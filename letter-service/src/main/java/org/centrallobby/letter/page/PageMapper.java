package org.centrallobby.letter.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Turns what somebody is shown into HTTP. */
final class PageMapper {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private PageMapper() {}

    static Response response(Shown shown) {
        var response = Response.status(shown.status());
        if (shown.page() != null) {
            response.type(HTML).entity(shown.page().render());
        }
        if (shown.path() != null) {
            response.location(URI.create(shown.path()));
        }
        if (shown.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, shown.retryAfter().toSeconds());
        }
        return response.build();
    }
}
