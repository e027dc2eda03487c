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

@Path("/v1/public/confirmations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ConfirmationResource {
    private final ConfirmationDesk desk;
    private final RequestLimits limits;

    ConfirmationResource(ConfirmationDesk desk, RequestLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @POST
    @Operation(
            operationId = "confirmLetter",
            summary = "Confirm a letter",
            description =
                    "With the token of the mailed link, or with the letter's id and the six-digit code. A second time"
                            + " does no harm: the answer says how the letter stands by then.")
    @APIResponseSchema(value = ConfirmedLetter.class, responseDescription = "The letter is confirmed")
    @APIResponse(
            responseCode = "404",
            description = "unknown-confirmation",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "already-written",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "410",
            description = "confirmation-expired",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "wrong-code with attemptsLeft, or invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ConfirmedLetter confirm(@Nullable ConfirmationRequest request) {
        if (request != null && request.token() != null) {
            limits.request();
            return desk.confirm(request.token());
        }
        if (request == null || request.letter() == null) {
            throw missing("#/token", "Send the link's token, or the letter and its code.");
        }
        if (request.code() == null || request.code().isBlank()) {
            throw missing("#/code", "Enter the six digits from the email.");
        }
        limits.code();
        return desk.confirm(request.letter(), request.code());
    }

    private static Failure missing(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError(pointer, detail)));
    }
}
