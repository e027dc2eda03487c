package org.centrallobby.letter.supporter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.organisation.OperatorOnly;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.privacy.ErasureDesk;
import org.centrallobby.letter.privacy.ErasureView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What is held on people, and what was done with it.")
@SecurityRequirement(name = "key")
class OperatorErasureResource {
    private final Organisations organisations;
    private final Subjects subjects;
    private final ErasureDesk desk;
    private final Idempotency idempotency;

    OperatorErasureResource(Organisations organisations, Subjects subjects, ErasureDesk desk, Idempotency idempotency) {
        this.organisations = organisations;
        this.subjects = subjects;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    /**
     * Where a person was forgotten.
     *
     * @param searched how many organisations were searched
     * @param erasures one for each organisation and mode at which something was held on the person
     */
    @Schema(
            example = "{\"searched\": 50, \"erasures\": [{\"organisation\": \"01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d\", "
                    + "\"name\": \"Clear Sight Campaign\", \"mode\": \"live\", \"erasure\": " + ErasureView.EXAMPLE
                    + "}]}")
    record Everywhere(int searched, List<AtOne> erasures) {}

    /** @param name the organisation's */
    record AtOne(UUID organisation, String name, Mode mode, ErasureView erasure) {}

    @POST
    @OperatorOnly
    @APIResponseSchema(
            value = Everywhere.class,
            responseCode = "202",
            responseDescription = "The erasures; each is done once the mail-service has answered")
    @Operation(
            operationId = "eraseEverywhere",
            summary = "Forget a person at every organisation",
            description =
                    "For the operator. At each organisation the same as POST /v1/supporters/erase, in one transaction; it stands in"
                            + " the audit log of each at which something was held, as the platform's doing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SupporterRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "person",
                                            value = "{\"email\": \"gone@constituent.example\"}")))
    public Response erase(@NotNull(message = "Send whom it is about as JSON.") @Valid SupporterRequest request) {
        return idempotency.once(request, () -> {
            var erased = subjects.holders().stream()
                    .flatMap(holder -> erasedAt(holder, request).stream())
                    .toList();
            return Reply.accepted(new Everywhere((int) organisations.count(), erased));
        });
    }

    @GET
    @Path("/{id}")
    @OperatorOnly
    @Operation(
            operationId = "getErasureAnywhere",
            summary = "How an erasure stands, with its receipt",
            description = "For the operator: whatever organisation's it is. The receipt names nobody.")
    public ErasureView get(@RestPath UUID id) {
        return desk.receipt(id);
    }

    private Optional<AtOne> erasedAt(Subjects.Holder holder, SupporterRequest request) {
        var tenant = holder.tenant();
        return desk.eraseIfHeld(subjects.of(tenant, request.address(), request.wantedName()))
                .map(erasure -> new AtOne(tenant.organisation(), holder.name(), tenant.mode(), erasure));
    }
}
