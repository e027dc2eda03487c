package org.centrallobby.letter.comment;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/campaigns/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments", description = "What supporters say in public, and who decides about it.")
@SecurityRequirement(name = "key")
class CampaignCommentsResource {
    private final CommentModeration moderation;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    CampaignCommentsResource(CommentModeration moderation, Campaigns campaigns, CurrentCaller caller) {
        this.moderation = moderation;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    /** A page of comments; {@code next} is the cursor of what follows, null at the end. */
    @Schema(example = "{\"comments\": [" + CommentView.EXAMPLE + "], \"next\": null}")
    record CommentList(List<CommentView> comments, @Nullable String next) {}

    @GET
    @NeedsScope(Scope.MODERATION)
    @Operation(
            operationId = "listComments",
            summary = "A campaign's comments, the newest first",
            description = "What is or would be shown, never who wrote it. state=pending is what waits to be read.")
    public RestResponse<CommentList> list(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(description = "Only those: pending, approved, reported, rejected or withdrawn")
                    @Nullable String state,
            @BeanParam @Valid PageRequest request) {
        campaigns.ownedBy(caller.tenant(), id);
        var wanted = state == null ? null : state(state);
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(moderation.page(id, wanted, after, request.limit() + 1), request.limit(), CommentView::id);
        var response = RestResponse.ResponseBuilder.ok(new CommentList(page.entries(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/campaigns/%s/comments?limit=%d&cursor=%s%s>; rel=\"next\""
                            .formatted(id, request.limit(), page.next(), wanted == null ? "" : "&state=" + state));
        }
        return response.build();
    }

    private static CommentState state(String name) {
        return CommentState.named(name)
                .orElseThrow(() -> new Failure(ProblemType.BAD_REQUEST, "There is no such state of a comment."));
    }
}
