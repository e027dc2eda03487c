package org.centrallobby.letter.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centrallobby.letter.letter.LetterPages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A letter's own page, for its writer: what became of it, its text as long as it is kept, and a way out of the organisation's mails. */
@Path("/letter/{token}")
@Produces(MediaType.TEXT_HTML)
class LetterPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final LetterPages letters;

    LetterPageResource(LetterPages letters) {
        this.letters = letters;
    }

    @GET
    @Operation(hidden = true)
    public Response look(@RestPath String token) {
        return letters.byPageToken(token)
                .map(letter -> Response.ok(
                                Pages.letter(WriterLetter.of(letter), token).render(), HTML)
                        .build())
                .orElseGet(LetterPageResource::unknown);
    }

    @POST
    @Path("/consent-withdrawal")
    @Operation(hidden = true)
    public Response withdrawConsent(@RestPath String token) {
        return letters.withdrawConsent(token)
                .map(letter -> Response.status(SEE_OTHER)
                        .location(URI.create("/letter/" + token))
                        .build())
                .orElseGet(LetterPageResource::unknown);
    }

    private static Response unknown() {
        return Response.status(NOT_FOUND)
                .type(HTML)
                .entity(Pages.failure(
                                "We do not know this letter",
                                "Check that the link is whole: some mail programs break it in two.")
                        .render())
                .build();
    }
}
