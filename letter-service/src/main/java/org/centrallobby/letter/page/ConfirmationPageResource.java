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
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.confirmation.RecallDesk;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where the link of the confirmation mail leads. Mail scanners open it too, so that opening it does nothing: the button confirms. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
class ConfirmationPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    private final ConfirmationDesk desk;
    private final RecallDesk recalls;
    private final CommentDesk comments;
    private final RequestLimits limits;

    ConfirmationPageResource(ConfirmationDesk desk, RecallDesk recalls, CommentDesk comments, RequestLimits limits) {
        this.desk = desk;
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
    @Operation(hidden = true)
    public Response confirm(@RestPath String token) {
        return thenLook(token, () -> desk.confirm(token));
    }

    @POST
    @Path("/comment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response comment(@RestPath String token, @FormParam("text") @Nullable String text) {
        try {
            limits.request();
            comments.write(token, null, text);
            return again(token, "#comment");
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
            return again(token, "#comment");
        } catch (Failure failure) {
            return page(token, failure.type().status(), "", Mistakes.of(failure, "text"));
        }
    }

    private Response page(String token, int status, String typed, Mistakes mistakes) {
        return desk.lookAt(token)
                .map(letter -> Response.status(status)
                        .type(HTML)
                        .entity(Pages.confirm(
                                        WriterLetter.of(letter),
                                        "/confirm/" + token,
                                        CommentBox.of("/confirm/" + token, token, comments, typed, mistakes))
                                .render())
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
    @Path("/recall")
    @Operation(hidden = true)
    public Response recall(@RestPath String token) {
        return thenLook(token, () -> recalls.recall(token));
    }

    private Response thenLook(String token, Runnable step) {
        try {
            limits.request();
            step.run();
            return again(token, "");
        } catch (Failure failure) {
            return Response.status(failure.type().status())
                    .type(HTML)
                    .entity(Pages.failure(failure.type().title(), failure.detail())
                            .render())
                    .build();
        }
    }

    private static Response again(String token, String part) {
        return Response.status(SEE_OTHER)
                .location(URI.create("/confirm/" + token + part))
                .build();
    }
}
