package org.centrallobby.letter.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.platform.PlatformConfig;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/organisations/{id}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Who runs campaigns.")
@SecurityRequirement(name = "key")
class OperatorKeyResource {
    private final Keyring keyring;
    private final Organisations organisations;
    private final PlatformConfig platform;
    private final Idempotency idempotency;

    OperatorKeyResource(
            Keyring keyring, Organisations organisations, PlatformConfig platform, Idempotency idempotency) {
        this.keyring = keyring;
        this.organisations = organisations;
        this.platform = platform;
        this.idempotency = idempotency;
    }

    @GET
    @OperatorOnly
    @Operation(
            operationId = "listKeysOf",
            summary = "List an organisation's active keys",
            description = "For the operator. Without their secrets, which are not kept.")
    public KeyResource.KeyList list(@RestPath UUID id) {
        requireKnown(id);
        // Those for tests are among what a live key may know of.
        return new KeyResource.KeyList(keyring.active(new Tenant(id, Mode.LIVE)));
    }

    @POST
    @OperatorOnly
    @APIResponse(
            responseCode = "201",
            description = "The key with its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = KeyView.class),
                            examples = @ExampleObject(name = "key", value = KeyView.EXAMPLE_WITH_SECRET)))
    @Operation(
            operationId = "createKeyFor",
            summary = "Make a key for an organisation",
            description =
                    "For the operator: where an organisation has lost its keys, or asks for help. It stands among the"
                            + " organisation's keys as any other does. The secret is shown this once.")
    public Response create(
            @RestPath UUID id,
            @NotNull(message = "Send the key's label and scopes as JSON.") @Valid CreateKey request) {
        var mode = request.mode() == null ? platform.mode() : request.mode();
        return idempotency.once(request, () -> {
            requireKnown(id);
            return Reply.created(
                    "/v1/organisations/%s/keys".formatted(id),
                    keyring.add(id, mode, request.label(), request.scopes(), request.expiresAt()));
        });
    }

    @DELETE
    @OperatorOnly
    @Transactional
    @Operation(
            operationId = "deleteKeysOf",
            summary = "Delete all keys of an organisation",
            description =
                    "For the operator: where keys have leaked and nobody knows which. They stop working at once, test keys too."
                            + " Its campaigns go on.")
    public void deleteAll(@RestPath UUID id) {
        requireKnown(id);
        keyring.revokeAll(id);
    }

    private void requireKnown(UUID id) {
        if (organisations.findByIdOptional(id).isEmpty()) {
            throw new Failure(ProblemType.NOT_FOUND, "There is no organisation with this id.");
        }
    }
}
