package org.centrallobby.letter.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/organisation/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Keys",
        description =
                "An organisation has a key for each use, told apart by their labels. Of one label and mode two may be"
                        + " active at once, beside those that are being rotated out; of a mode at most 20.")
@SecurityRequirement(name = "key")
class KeyResource {
    private final Keyring keyring;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    KeyResource(Keyring keyring, CurrentCaller caller, Idempotency idempotency) {
        this.keyring = keyring;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** The active keys, the oldest first. */
    @Schema(example = "{\"keys\": [" + KeyView.EXAMPLE + "]}")
    record KeyList(List<KeyView> keys) {}

    @POST
    @NeedsScope(Scope.KEYS_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "The key with its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = KeyView.class),
                            examples = @ExampleObject(name = "key", value = KeyView.EXAMPLE_WITH_SECRET)))
    @Operation(
            summary = "Make a key",
            description =
                    "It can do no more than the key that makes it. The secret is shown this once; a repetition with"
                            + " the same Idempotency-Key and the same credential shows it again for 24 hours.")
    public Response create(@NotNull(message = "Send the key's label and scopes as JSON.") @Valid CreateKey request) {
        if (!caller.get().scopes().containsAll(request.scopes())) {
            throw new Failure(ProblemType.FORBIDDEN, "A key cannot give scopes that it does not have itself.");
        }
        var own = caller.get().mode();
        var mode = request.mode() == null ? own : request.mode();
        if (own == Mode.TEST && mode == Mode.LIVE) {
            throw new Failure(ProblemType.FORBIDDEN, "A test key makes test keys. Use a live key to make a live one.");
        }
        return idempotency.once(request, () -> {
            var key = keyring.add(caller.organisation(), mode, request.label(), request.scopes(), request.expiresAt());
            return Reply.created("/v1/organisation/keys/" + key.id(), key);
        });
    }

    @POST
    @Path("/{id}/rotate")
    @NeedsScope(Scope.KEYS_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "The successor with its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = KeyView.class),
                            examples = @ExampleObject(name = "key", value = KeyView.EXAMPLE_WITH_SECRET)))
    @Operation(
            summary = "Let a new key take over",
            description =
                    "With the same label, scopes and mode, and for as long as the old one was made for. The old one stays"
                            + " good for the overlap; a key that is being rotated out cannot be rotated again.")
    public Response rotate(@RestPath UUID id, @Valid @Nullable RotateKey request) {
        var rotation = request == null ? RotateKey.IN_A_DAY : request;
        return idempotency.once(rotation, () -> {
            var key = keyring.rotate(caller.get(), id, rotation.overlap());
            return Reply.created("/v1/organisation/keys/" + key.id(), key);
        });
    }

    @GET
    @NeedsScope(Scope.KEYS_WRITE)
    @Operation(summary = "List the active keys", description = "Without their secrets, which are not kept.")
    public KeyList list() {
        return new KeyList(keyring.active(caller.tenant()));
    }

    @DELETE
    @Path("/{id}")
    @NeedsScope(Scope.KEYS_WRITE)
    @Operation(summary = "Delete a key", description = "It stops working at once.")
    public void revoke(@RestPath UUID id) {
        keyring.revoke(caller.tenant(), id);
    }
}
