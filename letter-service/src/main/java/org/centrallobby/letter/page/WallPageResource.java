package org.centrallobby.letter.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.comment.Complaints;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What supporters say about a campaign, page by page, and where readers complain of it. */
@Path("/c/{slug}/comments")
@Produces(MediaType.TEXT_HTML)
class WallPageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int PAGE = 20;

    private final CampaignViews campaigns;
    private final CommentDesk comments;
    private final Complaints complaints;
    private final RequestLimits limits;

    WallPageResource(CampaignViews campaigns, CommentDesk comments, Complaints complaints, RequestLimits limits) {
        this.campaigns = campaigns;
        this.comments = comments;
        this.complaints = complaints;
        this.limits = limits;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String slug, @RestQuery @Nullable String cursor) {
        try {
            return campaigns
                    .find(slug)
                    .flatMap(campaign -> comments.wall(slug, new PageRequest(PAGE, cursor))
                            .map(wall -> page(200, Pages.comments(campaign, Mistakes.NONE, WallView.of(wall)))))
                    .orElseGet(WallPageResource::unknown);
        } catch (Failure failure) {
            // A cursor that somebody made up.
            return unknown();
        }
    }

    @GET
    @Path("/{id}/report")
    @Operation(hidden = true)
    public Response ask(@RestPath String slug, @RestPath UUID id) {
        return reporting(slug, id, 200, Mistakes.NONE);
    }

    @POST
    @Path("/{id}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response report(@RestPath String slug, @RestPath UUID id, MultivaluedMap<String, String> form) {
        var fault = fault(form.getFirst("reason"));
        if (fault.isEmpty()) {
            return reporting(
                    slug,
                    id,
                    ProblemType.INVALID_REQUEST.status(),
                    Mistakes.ofField("reason", "Select what is wrong with the comment"));
        }
        try {
            limits.request();
            return campaigns
                    .find(slug)
                    .filter(campaign -> comments.shown(slug, id).isPresent())
                    .map(campaign -> {
                        complaints.take(id, fault.get());
                        return page(200, Pages.reported(campaign, Mistakes.NONE));
                    })
                    .orElseGet(WallPageResource::unknown);
        } catch (Failure failure) {
            return reporting(slug, id, failure.type().status(), Mistakes.of(failure, "reason"));
        }
    }

    private Response reporting(String slug, UUID id, int status, Mistakes mistakes) {
        return campaigns
                .find(slug)
                .flatMap(campaign -> comments.shown(slug, id)
                        .map(comment -> page(
                                status,
                                Pages.report(
                                        campaign,
                                        mistakes,
                                        WallView.Entry.of(comment),
                                        Arrays.asList(CommentFault.values())))))
                .orElseGet(WallPageResource::unknown);
    }

    private static Optional<CommentFault> fault(@Nullable String name) {
        return Arrays.stream(CommentFault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst();
    }

    private static Response unknown() {
        return page(
                ProblemType.NOT_FOUND.status(),
                Pages.failure("There is no such comment", "It may have been taken down, or the address is not whole."));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }
}
