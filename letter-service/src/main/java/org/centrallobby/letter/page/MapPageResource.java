package org.centrallobby.letter.page;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.statistics.Coverages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a campaign's letters have come from: a map, and a table that tells the same. */
@Path("/c/{slug}/map")
@Produces(MediaType.TEXT_HTML)
class MapPageResource {
    private static final Set<String> ORDERS = Set.of("name", "letters", "none");

    private final CampaignViews views;
    private final Campaigns campaigns;
    private final Coverages coverages;
    private final ErrorPages errors;

    MapPageResource(CampaignViews views, Campaigns campaigns, Coverages coverages, ErrorPages errors) {
        this.errors = errors;
        this.views = views;
        this.campaigns = campaigns;
        this.coverages = coverages;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response show(@RestPath String slug, @RestQuery @Nullable String sort, @RestQuery @Nullable String lang) {
        var order = sort != null && ORDERS.contains(sort) ? sort : "name";
        return PageMapper.response(campaigns
                .published(slug)
                .flatMap(campaign -> views.find(slug, lang)
                        .map(view -> Shown.page(Pages.map(
                                view.language(),
                                view,
                                Mistakes.NONE,
                                MapView.of(coverages.of(campaign), view.title(), view.language(), order)))))
                .orElseGet(errors::noCampaign));
    }
}
