package org.centrallobby.letter.ownmailbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/letters/{id}/sent")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class SentResource {
    private final HandoverDesk desk;
    private final RequestLimits limits;

    SentResource(HandoverDesk desk, RequestLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @POST
    @Operation(
            operationId = "saySent",
            summary = "Say that one's own letter is sent",
            description =
                    "For a letter of the way own-mailbox, by its writer, within seven days. It counts from then on, marked as said;"
                            + " a copy at the letter's copy address makes that surer. A second time does no harm.")
    @APIResponseSchema(value = SentLetter.class, responseDescription = "It is noted")
    @APIResponse(
            responseCode = "404",
            description = "unknown-letter",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "confirmation-expired",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SentLetter sent(@RestPath UUID id, @Nullable SentRequest request) {
        if (request == null || request.token() == null) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the fields named below.",
                    List.of(new FieldError("#/token", "Send the token that came with the letter.")));
        }
        limits.request();
        desk.said(id, request.token());
        return new SentLetter(LetterState.SENT_BY_WRITER);
    }
}
