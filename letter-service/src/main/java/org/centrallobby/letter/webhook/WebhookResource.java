package org.centrallobby.letter.webhook;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.centrallobby.letter.web.VersionTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Tell your own system what happens, as Standard Webhooks 1.0 has it.")
@SecurityRequirement(name = "key")
class WebhookResource {
    private final WebhookDesk desk;
    private final Webhooks webhooks;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    WebhookResource(WebhookDesk desk, Webhooks webhooks, CurrentCaller caller, Idempotency idempotency) {
        this.desk = desk;
        this.webhooks = webhooks;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A page of webhooks, the newest first. */
    @Schema(example = "{\"webhooks\": [" + WebhookView.EXAMPLE + "], \"next\": null}")
    record WebhookList(List<WebhookView> webhooks, @Nullable String next) {}

    @POST
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "The webhook with its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "webhook", value = WebhookView.EXAMPLE_WITH_SECRET)))
    @Operation(
            operationId = "createWebhook",
            summary = "Set up a webhook",
            description = "Ten at most. The secret, with which you verify what comes, is shown this once.")
    public Response create(@NotNull(message = "Send the webhook's address as JSON.") @Valid WebhookFields request) {
        return idempotency.again(request).orElseGet(() -> {
            desk.requireReachable(request.url());
            return idempotency.once(request, () -> {
                var webhook = desk.create(caller.tenant(), request);
                return Reply.created("/v1/webhooks/" + webhook.id(), webhook);
            });
        });
    }

    @GET
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "listWebhooks", summary = "List webhooks", description = "The newest first.")
    public RestResponse<WebhookList> list(@BeanParam @Valid PageRequest request) {
        var found = webhooks.page(caller.tenant(), request.after(), request.limit() + 1);
        var page = Page.of(found, request.limit(), Webhook::id).map(WebhookView::of);
        var response = RestResponse.ResponseBuilder.ok(new WebhookList(page.entries(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/webhooks?limit=%d&cursor=%s>; rel=\"next\"".formatted(request.limit(), page.next()));
        }
        return response.build();
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Transactional
    @Operation(operationId = "getWebhook", summary = "Show a webhook", description = "Without its secret.")
    public RestResponse<WebhookView> show(@RestPath UUID id) {
        return shown(webhooks.ownedBy(caller.tenant(), id));
    }

    @PATCH
    @Path("/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description =
                    "Send what changes, with the ETag of what you read last in If-Match. What waits already goes to the"
                            + " new address.")
    public RestResponse<WebhookView> change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "Send what changes as JSON.") @Valid WebhookFields request) {
        if (request.url() != null) {
            desk.requireReachable(request.url());
        }
        return shown(desk.change(caller.tenant(), id, ifMatch, request));
    }

    @DELETE
    @Path("/{id}")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "With its log and what waits for it.")
    public void delete(@RestPath UUID id) {
        desk.delete(caller.tenant(), id);
    }

    @POST
    @Path("/{id}/pause")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "What happens meanwhile is kept, and sent when it is resumed.")
    public RestResponse<WebhookView> pause(@RestPath UUID id) {
        return shown(desk.pause(caller.tenant(), id));
    }

    @POST
    @Path("/{id}/resume")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description =
                    "One that was paused, or that the platform has disabled. What failed before that can be replayed; what"
                            + " happened while it was disabled was not kept.")
    public RestResponse<WebhookView> resume(@RestPath UUID id) {
        return shown(desk.resume(caller.tenant(), id));
    }

    @POST
    @Path("/{id}/rotate")
    @NeedsScope(Scope.WEBHOOKS_WRITE)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Rotate a webhook's secret",
            description =
                    "The new secret is shown this once. For 24 hours deliveries carry a signature of each; rotated again,"
                            + " the last two sign.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret",
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "webhook", value = WebhookView.EXAMPLE_WITH_SECRET)))
    public Response rotate(@RestPath UUID id) {
        return idempotency.once(Map.of(), () -> new Reply(200, Map.of(), desk.rotate(caller.tenant(), id)));
    }

    private RestResponse<WebhookView> shown(Webhook webhook) {
        return RestResponse.ResponseBuilder.ok(WebhookView.of(webhook))
                .header(HttpHeaders.ETAG, new VersionTag(webhook.version()))
                .build();
    }
}
