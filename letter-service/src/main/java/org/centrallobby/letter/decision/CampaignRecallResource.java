package org.centrallobby.letter.decision;

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

@Path("/v1/campaigns/{id}/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class CampaignRecallResource {
    private final DecisionDesk desk;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    CampaignRecallResource(DecisionDesk desk, Idempotency idempotency, CurrentCaller caller) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @NeedsScope(Scope.LETTERS_WRITE)
    @Operation(
            operationId = "recallLetters",
            summary = "Take back all letters of a campaign that are confirmed and not sent yet",
            description =
                    "In the background. It is about the letters that are confirmed by now: pause the campaign first, so that"
                            + " those confirmed later are held. Writers are told and get their texts.")
    @APIResponse(
            responseCode = "202",
            description = "It is being carried out; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response recall(@RestPath UUID id) {
        return idempotency.once("", () -> {
            var decision = desk.recall(caller.tenant(), id);
            return new Reply(
                    202,
                    Map.of(HttpHeaders.LOCATION, "/v1/campaigns/%s/recalls/%s".formatted(id, decision.id())),
                    DecisionView.of(decision));
        });
    }

    @GET
    @Path("/{recall}")
    @NeedsScope(Scope.LETTERS_READ)
    @Operation(operationId = "getRecall", summary = "How far a recall of a campaign's letters is")
    public DecisionView show(@RestPath UUID id, @RestPath UUID recall) {
        return DecisionView.of(desk.show(caller.tenant(), id, Purpose.RECALL, recall));
    }
}
