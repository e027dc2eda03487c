package org.centrallobby.letter.osdi;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.osdi.EntryPointResource.ListRequest;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/osdi/v1/outreaches")
@Produces(EntryPointResource.HAL)
@Tag(name = "OSDI")
@SecurityRequirement(name = "key")
class OutreachResource {
    private final Outreaches outreaches;
    private final CurrentCaller caller;

    OutreachResource(Outreaches outreaches, CurrentCaller caller) {
        this.outreaches = outreaches;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "osdiOutreaches",
            summary = "The confirmed letters of all campaigns, in the order in which they last changed",
            description =
                    "Filter by modified_date. Subject and message only for a key with the scope letters:content; that is"
                            + " in the audit log.")
    public Listing.OfOutreaches list(@BeanParam @Valid ListRequest request) {
        return new Listing.OfOutreaches(
                outreaches.page(Outreach.ALL, "outreaches", request, Listings.of(caller.tenant()), null));
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(operationId = "osdiOutreach", summary = "A confirmed letter")
    public Outreach get(@RestPath UUID id) {
        return outreaches
                .one(id)
                .orElseThrow(() ->
                        new Failure(ProblemType.NOT_FOUND, "Your organisation has no confirmed letter with this id."));
    }
}
