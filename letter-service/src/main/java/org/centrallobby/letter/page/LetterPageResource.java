package org.centrallobby.letter.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centrallobby.letter.confirmation.RecallDesk;
import org.centrallobby.letter.letter.LetterPages;
import org.centrallobby.letter.problem.Failure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A letter's own page, for its writer: what became of it, and its text as long as it is kept. */
@Path("/letter/{token}")
@Produces(MediaType.TEXT_HTML)
class LetterPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int NOT_FOUND = 404;

    private static final int SEE_OTHER = 303;

    private final LetterPages letters;
    private final RecallDesk recalls;

    LetterPageResource(LetterPages letters, RecallDesk recalls) {
        this.letters = letters;
        this.recalls = recalls;
    }

    @GET
    @Operation(hidden = true)
    public Response look(@RestPath String token) {
        return letters.byPageToken(token)
                .map(letter -> Response.ok(
                                Pages.letter(WriterLetter.of(letter), "/letter/" + token)
                                        .render(),
                                HTML)
                        .build())
                .orElseGet(() -> Response.status(NOT_FOUND)
                        .type(HTML)
                        .entity(Pages.failure(
                                        "We do not know this letter",
                                        "Check that the link is whole: some mail programs break it in two.")
                                .render())
                        .build());
    }

    @POST
    @Path("/recall")
    @Operation(hidden = true)
    public Response recall(@RestPath String token) {
        try {
            recalls.recall(token);
            return Response.status(SEE_OTHER)
                    .location(URI.create("/letter/" + token))
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
