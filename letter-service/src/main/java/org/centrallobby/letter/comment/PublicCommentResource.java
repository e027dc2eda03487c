package org.centrallobby.letter.comment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/comments/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class PublicCommentResource {
    private final CommentDesk desk;
    private final Complaints complaints;
    private final RequestLimits limits;

    PublicCommentResource(CommentDesk desk, Complaints complaints, RequestLimits limits) {
        this.desk = desk;
        this.complaints = complaints;
        this.limits = limits;
    }

    @POST
    @Path("/report")
    @Operation(
            operationId = "reportComment",
            summary = "Complain of a comment",
            description =
                    "For everybody. Complaints from a few networks hide a comment until a person has looked at it again. Further"
                            + " ones from the same network are answered alike and count nothing.")
    @APIResponse(responseCode = "204", description = "The complaint is noted")
    @APIResponse(
            responseCode = "429",
            description =
                    "too-many-requests; with Retry-After, tomorrow where the network has complained of too many comments",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void report(@RestPath UUID id, @NotNull(message = "Send the reason as JSON.") @Valid FaultFound request) {
        limits.request();
        complaints.take(id, request.reason());
    }

    @POST
    @Path("/withdraw")
    @Operation(
            operationId = "withdrawComment",
            summary = "Take a comment back",
            description =
                    "For its writer, with the token of the letter's private page or of the link that confirmed it.")
    @APIResponse(responseCode = "204", description = "Nobody sees it any more")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void withdraw(@RestPath UUID id, @Nullable WithdrawComment request) {
        limits.request();
        desk.withdraw(id, request == null ? null : request.token());
    }
}
