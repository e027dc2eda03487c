package org.centrallobby.letter.privacy;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/supporters/erasures/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What is held on people, and what was done with it.")
@SecurityRequirement(name = "key")
class ErasureResource {
    private final Erasures erasures;
    private final ErasureDesk desk;
    private final CurrentCaller caller;

    ErasureResource(Erasures erasures, ErasureDesk desk, CurrentCaller caller) {
        this.erasures = erasures;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scope.PRIVACY)
    @Transactional
    @Operation(
            operationId = "getErasure",
            summary = "How an erasure stands, with its receipt",
            description = "Every place that may hold something of a person, what was found there, and what is left. The"
                    + " receipt names nobody, and can be shown to whoever asks for it.")
    public ErasureView get(@RestPath UUID id) {
        return desk.view(erasures.ownedBy(caller.tenant(), id));
    }
}
