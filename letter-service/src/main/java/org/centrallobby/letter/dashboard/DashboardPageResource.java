package org.centrallobby.letter.dashboard;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The frame of the dashboard. It holds nothing of anybody: its script asks the API with the key that is typed into it. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
class DashboardPageResource {
    /** The page has a key in its memory and shows what the public wrote: nothing that is not its own may run in it or be sent by it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' blob: data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types lit-html";

    private final String page = page();

    @GET
    @Operation(hidden = true)
    public Response open() {
        return Response.ok(page, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static String page() {
        try (var page = requireNonNull(DashboardPageResource.class.getResourceAsStream("/dashboard/frame.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
