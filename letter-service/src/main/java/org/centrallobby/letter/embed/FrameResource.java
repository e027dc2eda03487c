package org.centrallobby.letter.embed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The widget alone in a page, for sites whose builder takes frames and no scripts. */
@Path("/embed/{slug}")
@Produces(MediaType.TEXT_HTML)
class FrameResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** What a frame loads comes from here, and only the organisation's own pages may show it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'self' ";

    /** There is nothing in this one, and whoever mistyped the address should see that and not an empty frame. */
    private static final String POLICY_OF_NOTHING =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'";

    /** As long may a page frame it that the organisation has struck off its list. */
    private static final int CACHED_SECONDS = 60;

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final PublicAddress address;

    FrameResource(Campaigns campaigns, Organisations organisations, PublicAddress address) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.address = address;
    }

    @GET
    @Operation(hidden = true)
    public Response open(
            @RestPath String slug,
            @RestQuery @Nullable String lang,
            @RestQuery @Nullable String theme,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String via) {
        return campaigns
                .published(slug)
                .map(campaign -> frame(campaign, lang, theme, Arrival.of(from, via)))
                .orElseGet(FrameResource::missing);
    }

    private Response frame(Campaign campaign, @Nullable String lang, @Nullable String theme, Arrival arrival) {
        var allowed = organisations.findById(campaign.organisation()).allowedOrigins();
        var framed = FramedCampaign.of(campaign, address, allowed, lang, theme, arrival);
        return page(Response.ok(FramePages.frame(framed).render()), POLICY + framed.embeddersListed())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + CACHED_SECONDS)
                .build();
    }

    private static Response missing() {
        var page = FramePages.missing().render();
        return page(Response.status(ProblemType.NOT_FOUND.status()).entity(page), POLICY_OF_NOTHING)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder page(Response.ResponseBuilder response, String policy) {
        return response.type(HTML).header("Content-Security-Policy", policy).header("Referrer-Policy", "strict-origin");
    }
}
