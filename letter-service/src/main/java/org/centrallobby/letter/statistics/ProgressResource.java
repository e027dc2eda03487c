package org.centrallobby.letter.statistics;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/public/campaigns/{slug}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ProgressResource {
    /** A count that many pages show need not be newer. */
    private static final int CACHED_SECONDS = 15;

    private final Campaigns campaigns;
    private final LetterCounts counts;
    private final Seats seats;

    ProgressResource(Campaigns campaigns, LetterCounts counts, Seats seats) {
        this.campaigns = campaigns;
        this.counts = counts;
        this.seats = seats;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getProgress",
            summary = "How many letters count, in all and by constituency",
            description =
                    "Cacheable. A letter counts once its writer has confirmed it or sent it from their own mailbox. One that was"
                            + " taken back or could not be sent does not.")
    public RestResponse<CampaignProgress> progress(@RestPath String slug) {
        var campaign = campaigns
                .published(slug)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no such campaign."));
        var names = seats.all().stream()
                .collect(Collectors.toMap(
                        seat -> seat.constituency().code(),
                        seat -> seat.constituency().name()));
        var counted = counts.of(campaign.id(), Dimension.ALL, Dimension.CONSTITUENCY);
        var constituencies = counted.by(Dimension.CONSTITUENCY).stream()
                .filter(part -> part.standing() > 0)
                .map(part ->
                        new ConstituencyCount(part.key(), names.getOrDefault(part.key(), part.key()), part.standing()))
                .sorted(ConstituencyCount.BY_NAME)
                .toList();
        var total = counted.total();
        var confirmed = total.standing();
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return RestResponse.ResponseBuilder.ok(
                        new CampaignProgress(confirmed, total.ownMailbox(), campaign.goal(confirmed), constituencies))
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}
