package org.centrallobby.letter.letter;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/campaigns/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class PublicLetterResource {
    private final LetterDesk desk;
    private final RequestLimits limits;
    private final Idempotency idempotency;

    PublicLetterResource(LetterDesk desk, RequestLimits limits, Idempotency idempotency) {
        this.desk = desk;
        this.limits = limits;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/mp")
    @Operation(operationId = "findMp", summary = "Who represents a postcode; never their email address")
    @APIResponse(
            responseCode = "200",
            description = "The constituency and its seat, or the candidates to choose from",
            content = @Content(schema = @Schema(implementation = MpAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "unknown-postcode, no-constituency with territory, northern-ireland-not-loaded, or not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "lookup-unavailable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MpAnswer mp(
            @RestPath String slug,
            @RestQuery @Parameter(description = "As it was typed", example = "E4 7LA") @Nullable String postcode,
            @RestQuery @Parameter(description = "Settles a postcode that lies in several") @Nullable String constituency) {
        limits.lookUp();
        return desk.findMp(slug, postcode, constituency);
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewLetter",
            summary = "The letter as it would be sent",
            description =
                    "Without subject and body it is the campaign's letter; with them it is the supporter's own words,"
                            + " taken as they are.")
    @APIResponse(
            responseCode = "200",
            description = "The letter in its parts and as a whole",
            content = @Content(schema = @Schema(implementation = LetterPreview.class)))
    @APIResponse(
            responseCode = "409",
            description = "seat-not-filled",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request; with candidates where the constituency has to be chosen",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public LetterPreview preview(@RestPath String slug, @Nullable PreviewLetter request) {
        limits.preview();
        return desk.preview(slug, present(request));
    }

    @POST
    @Path("/letters")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeLetter",
            summary = "Hand in a letter",
            description =
                    "It is sent once its writer confirms it. With the way own-mailbox it is given to its writer instead, who"
                            + " sends it: the answer has the MP's address and the whole letter, and nothing is mailed. The"
                            + " answer is the same whether or not this person has written before. Send an Idempotency-Key, so"
                            + " that a repetition is one letter.")
    @APIResponse(
            responseCode = "202",
            description = "The letter waits for its writer",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "403",
            description = "proof-of-work-required, with a challenge to solve",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "campaign-not-open, seat-not-filled, member-takes-no-email, too-alike, own-mailbox-not-offered, or"
                            + " request-in-progress",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request, or idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; nothing was stored, try again after Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "lookup-unavailable; nothing was stored, try again after Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response write(
            @RestPath String slug,
            @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String origin,
            @Nullable WriteLetter request) {
        var letter = present(request);
        var unproved = letter.withoutProof();
        return idempotency.again(unproved).orElseGet(() -> {
            // Before the transaction that keeps the reply: no database connection waits for another service.
            var draft = desk.admit(slug, letter, origin);
            return idempotency.once(unproved, () -> Reply.accepted(desk.handIn(draft)));
        });
    }

    private static <T> T present(@Nullable T request) {
        if (request == null) {
            throw new Failure(ProblemType.BAD_REQUEST, "Send a JSON body.");
        }
        return request;
    }
}
