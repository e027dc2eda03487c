package org.centrallobby.letter.comment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
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

@Path("/v1/comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments", description = "What supporters say in public, and who decides about it.")
@SecurityRequirement(name = "key")
class CommentResource {
    private final CommentModeration moderation;
    private final CurrentCaller caller;

    CommentResource(CommentModeration moderation, CurrentCaller caller) {
        this.moderation = moderation;
        this.caller = caller;
    }

    @POST
    @Path("/approve")
    @NeedsScope(Scope.MODERATION)
    @Operation(
            operationId = "approveComment",
            summary = "Show a comment to the public",
            description =
                    "One that waits, or one that was hidden as readers complained. The decision is in the audit log.")
    public CommentView approve(@RestPath UUID id) {
        return moderation.approve(caller.tenant(), id);
    }

    @POST
    @Path("/reject")
    @NeedsScope(Scope.MODERATION)
    @Operation(
            operationId = "rejectComment",
            summary = "Keep a comment from the public, or take it down",
            description =
                    "For good. Its writer reads the reason on their private page; the text is deleted after a while.")
    public CommentView reject(
            @RestPath UUID id, @NotNull(message = "Send the reason as JSON.") @Valid FaultFound request) {
        return moderation.reject(caller.tenant(), id, request.reason());
    }
}
