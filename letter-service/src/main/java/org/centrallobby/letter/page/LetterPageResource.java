package org.centrallobby.letter.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.confirmation.RecallDesk;
import org.centrallobby.letter.letter.LetterPages;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * A letter's own page, for its writer: what became of it, its text as long as it is kept, their comment, and a way out of the
 * organisation's mails.
 */
@Path("/letter/{token}")
@Produces(MediaType.TEXT_HTML)
class LetterPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final LetterPages letters;
    private final RecallDesk recalls;
    private final CommentDesk comments;
    private final RequestLimits limits;

    LetterPageResource(LetterPages letters, RecallDesk recalls, CommentDesk comments, RequestLimits limits) {
        this.letters = letters;
        this.recalls = recalls;
        this.comments = comments;
        this.limits = limits;
    }

    @GET
    @Operation(hidden = true)
    public Response look(@RestPath String token) {
        return page(token, OK, "", Mistakes.NONE);
    }

    @POST
    @Path("/comment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response comment(@RestPath String token, @FormParam("text") @Nullable String text) {
        try {
            limits.request();
            comments.write(token, null, text);
            return again(token);
        } catch (Failure failure) {
            return page(token, failure.type().status(), text == null ? "" : text, Mistakes.of(failure, "text"));
        }
    }

    @POST
    @Path("/comment/withdraw")
    @Operation(hidden = true)
    public Response withdraw(@RestPath String token) {
        try {
            limits.request();
            comments.ofWriter(token).ifPresent(own -> comments.withdraw(own.id(), token));
            return again(token);
        } catch (Failure failure) {
            return page(token, failure.type().status(), "", Mistakes.of(failure, "text"));
        }
    }

    private Response page(String token, int status, String typed, Mistakes mistakes) {
        return letters.byPageToken(token)
                .map(letter -> Response.status(status)
                        .type(HTML)
                        .entity(Pages.letter(
                                        WriterLetter.of(letter),
                                        "/letter/" + token,
                                        CommentBox.of("/letter/" + token, token, comments, typed, mistakes))
                                .render())
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

    private static Response again(String token) {
        return Response.status(SEE_OTHER)
                .location(URI.create("/letter/" + token + "#comment"))
                .build();
    }

    @POST
    @Path("/recall")
    @Operation(hidden = true)
    public Response recall(@RestPath String token) {
        try {
            limits.request();
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
