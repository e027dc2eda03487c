package org.centrallobby.letter.page;

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
    private static final int PAGE = 20;
    private static final int OK = 200;

    private final CampaignViews campaigns;
    private final CommentDesk comments;
    private final Complaints complaints;
    private final RequestLimits limits;
    private final ErrorPages errors;

    WallPageResource(
            CampaignViews campaigns,
            CommentDesk comments,
            Complaints complaints,
            RequestLimits limits,
            ErrorPages errors) {
        this.campaigns = campaigns;
        this.comments = comments;
        this.complaints = complaints;
        this.limits = limits;
        this.errors = errors;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String slug, @RestQuery @Nullable String lang, @RestQuery @Nullable String cursor) {
        try {
            return PageMapper.response(campaigns
                    .find(slug, lang)
                    .flatMap(campaign -> comments.wall(slug, new PageRequest(PAGE, cursor))
                            .map(wall -> Shown.page(Pages.comments(
                                    campaign.language(),
                                    campaign,
                                    Mistakes.NONE,
                                    WallView.of(wall, campaign.language())))))
                    .orElseGet(errors::noComment));
        } catch (Failure failure) {
            // A cursor that somebody made up.
            return PageMapper.response(errors.noComment());
        }
    }

    @GET
    @Path("/{id}/report")
    @Operation(hidden = true)
    public Response ask(@RestPath String slug, @RestPath UUID id, @RestQuery @Nullable String lang) {
        return PageMapper.response(reporting(find(slug, lang), id, OK, Mistakes.NONE));
    }

    @POST
    @Path("/{id}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response report(
            @RestPath String slug,
            @RestPath UUID id,
            @RestQuery @Nullable String lang,
            MultivaluedMap<String, String> form) {
        var campaign = find(slug, lang);
        if (campaign.isEmpty() || comments.shown(slug, id).isEmpty()) {
            return PageMapper.response(errors.noComment());
        }
        var language = campaign.get().language();
        var fault = fault(form.getFirst("reason"));
        if (fault.isEmpty()) {
            var missing = Mistakes.ofField("reason", language.say("report.missing"));
            return PageMapper.response(reporting(campaign, id, ProblemType.INVALID_REQUEST.status(), missing));
        }
        try {
            limits.request();
            complaints.take(id, fault.get());
            return PageMapper.response(Shown.page(Pages.reported(language, campaign.get(), Mistakes.NONE)));
        } catch (Failure failure) {
            return PageMapper.response(
                    reporting(campaign, id, failure.type().status(), Mistakes.of(language, failure, "reason")));
        }
    }

    private Shown reporting(Optional<CampaignView> found, UUID id, int status, Mistakes mistakes) {
        return found.flatMap(campaign -> comments.shown(campaign.slug(), id)
                        .map(comment -> Shown.page(
                                status,
                                Pages.report(
                                        campaign.language(),
                                        campaign,
                                        mistakes,
                                        WallView.Entry.of(comment, campaign.language()),
                                        Arrays.asList(CommentFault.values())))))
                .orElseGet(errors::noComment);
    }

    private Optional<CampaignView> find(String slug, @Nullable String lang) {
        return campaigns.find(slug, lang);
    }

    private static Optional<CommentFault> fault(@Nullable String name) {
        return Arrays.stream(CommentFault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst();
    }
}
