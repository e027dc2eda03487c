package org.centrallobby.letter.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.letter.LetterChoice.Purpose;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/campaigns/{id}/invalidations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class InvalidationResource {
    private final DecisionDesk desk;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    InvalidationResource(DecisionDesk desk, Idempotency idempotency, CurrentCaller caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(Scope.LETTERS_WRITE)
    @Operation(
            operationId = "invalidateLetters",
            summary = "Find letters to be nobody's",
            description =
                    "They count no longer, in any statistics. What nobody confirmed is erased, what was not sent is taken"
                            + " back, what was sent stays so and is marked. Comments to them come off the wall, consents given"
                            + " with them do not stand, and webhooks hear letter.invalidated. Whoever confirmed one of them can confirm no"
                            + " other to the same MP. It cannot be undone: letters that were taken back are not sent any"
                            + " more. Ask with dryRun first. Carried out in the background, in the order of the letters.")
    @APIResponse(
            responseCode = "200",
            description = "With dryRun: what it would be about",
            content = @Content(schema = @Schema(implementation = InvalidationPreview.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being carried out; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response invalidate(
            @RestPath UUID id, @NotNull(message = "Say which letters as JSON.") @Valid InvalidationFields request) {
        if (Boolean.TRUE.equals(request.dryRun())) {
            return Response.ok(InvalidationPreview.of(desk.preview(caller.tenant(), id, request)))
                    .build();
        }
        return idempotency.once(request, () -> {
            var decision = desk.invalidate(caller.tenant(), id, request);
            return new Reply(
                    202,
                    Map.of(HttpHeaders.LOCATION, "/v1/campaigns/%s/invalidations/%s".formatted(id, decision.id())),
                    DecisionView.of(decision));
        });
    }

    @GET
    @Path("/{invalidation}")
    @NeedsScope(Scope.LETTERS_READ)
    @Operation(operationId = "getInvalidation", summary = "How far an invalidation is")
    public DecisionView show(@RestPath UUID id, @RestPath UUID invalidation) {
        return DecisionView.of(desk.show(caller.tenant(), id, Purpose.INVALIDATION, invalidation));
    }
}
