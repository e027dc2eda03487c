package org.centrallobby.letter.statistics;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.centrallobby.letter.campaign.Campaigns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/campaigns/{slug}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ProgressResource {
    /** A count that many pages show need not be newer. */
    private static final int CACHED_SECONDS = 15;

    private static final int NEAR = 5;

    private final Campaigns campaigns;
    private final LetterCounts counts;
    private final Coverages coverages;

    ProgressResource(Campaigns campaigns, LetterCounts counts, Coverages coverages) {
        this.campaigns = campaigns;
        this.counts = counts;
        this.coverages = coverages;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getProgress",
            summary = "How many letters count, in all and by constituency",
            description =
                    "Cacheable. A letter counts once its writer has confirmed it or sent it from their own mailbox. One that was"
                            + " taken back or could not be sent does not.")
    public RestResponse<CampaignProgress> progress(
            @RestPath String slug,
            @RestQuery
                    @Parameter(
                            description =
                                    "A constituency's code: near is then those without a letter that lie around it,"
                                            + " for instance E14001167",
                            example = "E14001167")
                    @Pattern(regexp = "[A-Z][0-9]{8}", message = "Use a constituency's code, for instance E14001167.") @Nullable String near) {
        var campaign = campaigns.publishedAs(slug);
        var coverage = coverages.of(campaign);
        var constituencies = coverage.constituencies().stream()
                .filter(place -> place.letters() > 0)
                .map(place -> new ConstituencyCount(place.code(), place.name(), place.letters()))
                .sorted(ConstituencyCount.BY_NAME)
                .toList();
        var total = counts.shownTotal(campaign.id());
        var confirmed = total.standing();
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return RestResponse.ResponseBuilder.ok(new CampaignProgress(
                        confirmed,
                        total.ownMailbox(),
                        campaign.goal(confirmed),
                        coverage.seats(),
                        coverage.heard(),
                        constituencies,
                        near == null ? List.of() : coverage.near(near, NEAR)))
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}
