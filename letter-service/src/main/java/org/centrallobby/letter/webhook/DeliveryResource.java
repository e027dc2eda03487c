package org.centrallobby.letter.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Cursor;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@SecurityRequirement(name = "key")
class DeliveryResource {
    private final DeliveryDesk desk;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    DeliveryResource(DeliveryDesk desk, CurrentCaller caller, Idempotency idempotency) {
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A page of deliveries, the newest first. */
    @Schema(example = "{\"deliveries\": [" + DeliveryView.EXAMPLE + "], \"next\": null}")
    record DeliveryList(
            List<DeliveryView> deliveries, @Nullable String next) {}

    @GET
    @Path("/deliveries")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "listDeliveries",
            summary = "A webhook's log",
            description = "What it was told and is to be told, the newest first, with every attempt; kept for 30 days.")
    public RestResponse<DeliveryList> list(
            @RestPath UUID webhook,
            @RestQuery @Parameter(description = "Only those that are waiting, delivered or failed") @Nullable String state,
            @BeanParam @Valid PageRequest request) {
        var wanted = state == null
                ? null
                : DeliveryState.named(state)
                        .orElseThrow(() -> new Failure(
                                ProblemType.BAD_REQUEST,
                                "A delivery is waiting, delivered or failed; there is no other."));
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(
                desk.page(caller.tenant(), webhook, wanted, after, request.limit() + 1),
                request.limit(),
                DeliveryView::id);
        var response = RestResponse.ResponseBuilder.ok(new DeliveryList(page.entries(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/webhooks/%s/deliveries?limit=%d&cursor=%s%s>; rel=\"next\""
                            .formatted(webhook, request.limit(), page.next(), wanted == null ? "" : "&state=" + state));
        }
        return response.build();
    }

    @GET
    @Path("/deliveries/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "getDelivery", summary = "Show a delivery")
    public DeliveryView show(@RestPath UUID webhook, @RestPath UUID id) {
        return desk.show(caller.tenant(), webhook, id);
    }

    @POST
    @Path("/deliveries/{id}/replay")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202", responseDescription = "The delivery")
    @Operation(
            operationId = "replayDelivery",
            summary = "Send a delivery once more",
            description =
                    "Under the same webhook-id and at once, whether it had arrived, failed or waits for its next attempt.")
    public Response replay(@RestPath UUID webhook, @RestPath UUID id) {
        return idempotency.once(Map.of(), () -> Reply.accepted(desk.replay(caller.tenant(), webhook, id)));
    }

    @POST
    @Path("/replay")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @APIResponseSchema(value = Replayed.class, responseCode = "202", responseDescription = "How many are sent again")
    @Operation(
            operationId = "replayFailedDeliveries",
            summary = "Send once more what has failed",
            description = "Since a time, the oldest first, 10,000 at most; while there are more, ask again.")
    public Response replayFailed(
            @RestPath UUID webhook, @NotNull(message = "Say from when on, as JSON.") @Valid ReplayFailed request) {
        return idempotency.once(
                request, () -> Reply.accepted(desk.replayFailed(caller.tenant(), webhook, request.since())));
    }

    @POST
    @Path("/test")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202", responseDescription = "The delivery")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test event",
            description = "A webhook.test, signed and tried like any other; its delivery tells what came of it.")
    public Response test(@RestPath UUID webhook) {
        return idempotency.once(Map.of(), () -> Reply.accepted(desk.test(caller.tenant(), webhook)));
    }
}
