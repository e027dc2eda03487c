package org.centrallobby.letter.comment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/comments/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class PublicCommentResource {
    private final CommentDesk desk;
    private final Idempotency idempotency;

    PublicCommentResource(CommentDesk desk, Idempotency idempotency) {
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/report")
    @Operation(
            operationId = "reportComment",
            summary = "Complain of a comment",
            description = "For everybody. Some complaints hide a comment until a person has looked at it again.")
    @APIResponse(responseCode = "204", description = "The complaint is noted")
    public Response report(
            @RestPath UUID id, @NotNull(message = "Send the reason as JSON.") @Valid FaultFound request) {
        return idempotency.once(request, () -> {
            desk.report(id, request.reason());
            return new Reply(204, Map.of(), null);
        });
    }

    @POST
    @Path("/withdraw")
    @Operation(
            operationId = "withdrawComment",
            summary = "Take a comment back",
            description =
                    "For its writer, with the token of the letter's private page or of the link that confirmed it.")
    @APIResponse(responseCode = "204", description = "Nobody sees it any more")
    public void withdraw(@RestPath UUID id, @Nullable WithdrawComment request) {
        desk.withdraw(id, request == null ? null : request.token());
    }
}
