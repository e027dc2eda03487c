package org.centrallobby.letter.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.confirmation.RecallDesk;
import org.centrallobby.letter.problem.Failure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Where the link of the confirmation mail leads. Mail scanners open it too, so that opening it does nothing: the button confirms. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
class ConfirmationPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final ConfirmationDesk desk;
    private final RecallDesk recalls;

    ConfirmationPageResource(ConfirmationDesk desk, RecallDesk recalls) {
        this.desk = desk;
        this.recalls = recalls;
    }

    @GET
    @Operation(hidden = true)
    public Response look(@RestPath String token) {
        return desk.lookAt(token)
                .map(letter -> Response.ok(
                                Pages.confirm(WriterLetter.of(letter), "/confirm/" + token)
                                        .render(),
                                HTML)
                        .build())
                .orElseGet(() -> Response.status(NOT_FOUND)
                        .type(HTML)
                        .entity(Pages.failure(
                                        "We do not know this letter",
                                        "Check that the link is whole: some mail programs break it in two. You can also type the"
                                                + " six-digit code from the same email on the page where you wrote your letter.")
                                .render())
                        .build());
    }

    @POST
    @Operation(hidden = true)
    public Response confirm(@RestPath String token) {
        return thenLook(token, () -> desk.confirm(token));
    }

    @POST
    @Path("/recall")
    @Operation(hidden = true)
    public Response recall(@RestPath String token) {
        return thenLook(token, () -> recalls.recall(token));
    }

    private static Response thenLook(String token, Runnable step) {
        try {
            step.run();
            return Response.status(SEE_OTHER)
                    .location(URI.create("/confirm/" + token))
                    .build();
        } catch (Failure failure) {
            return Response.status(failure.type().status())
                    .type(HTML)
                    .entity(Pages.failure(failure.type().title(), failure.detail())
                            .render())
                    .build();
        }
    }
}
