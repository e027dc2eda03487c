package org.centrallobby.letter.confirmation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/public/recalls")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class RecallResource {
    private final RecallDesk desk;
    private final RequestLimits limits;

    RecallResource(RecallDesk desk, RequestLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @POST
    @Operation(
            operationId = "takeLetterBack",
            summary = "Take one's own letter back",
            description =
                    "With the token of the mailed link. A letter that is not confirmed yet is deleted at once. One that is on"
                            + " its way already is asked for; if it was sent before, it stays sent, and its page says so.")
    @APIResponseSchema(value = RecalledLetter.class, responseDescription = "It is back, or asked for")
    @APIResponse(
            responseCode = "404",
            description = "unknown-confirmation",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "letter-not-recallable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RecalledLetter recall(@Nullable RecallRequest request) {
        if (request == null || request.token() == null) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the fields named below.",
                    List.of(new FieldError("#/token", "Send the link's token.")));
        }
        limits.request();
        return desk.recall(request.token());
    }
}
